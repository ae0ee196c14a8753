package io.daybook.eventstore.append;

import io.daybook.eventstore.TableChanges;
import org.jspecify.annotations.Nullable;

public record StagedTableChanges(Appender appender) implements TableChanges {

  @Override
  public void add(String sql, @Nullable Object... parameters) {
    appender.current().writeSet().add(Statement.of(sql, parameters));
  }
}
