package io.daybook.eventstore.append;

import io.daybook.eventstore.Premises;

public record StagedPremises(Appender appender) implements Premises {

  @Override
  public void streamEndsAt(String stream, long sequence) {
    appender.companions().endsAt(stream, sequence);
  }
}
