package io.daybook.eventstore;

import java.sql.Connection;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SmartDataSource;

/// Has something done between the database's answer and its caller, where there is no transaction. What
/// that throws is lost in Spring's release of the connection.
final class Interjection extends DelegatingDataSource implements SmartDataSource {
  private final AtomicReference<@Nullable Runnable> next = new AtomicReference<>();

  Interjection(DataSource source) {
    super(source);
  }

  void afterNextStatement(Runnable action) {
    next.set(action);
  }

  @Override
  public boolean shouldClose(Connection connection) {
    Runnable action = next.getAndSet(null);
    if (action != null) {
      action.run();
    }
    return true;
  }
}
