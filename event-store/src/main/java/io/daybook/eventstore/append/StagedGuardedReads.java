package io.daybook.eventstore.append;

import io.daybook.eventstore.GuardedReads;

public record StagedGuardedReads(Appender appender) implements GuardedReads {

  @Override
  public void endsAt(String stream, long sequence) {
    appender.current().readSet().endsAt(stream, sequence);
  }
}
