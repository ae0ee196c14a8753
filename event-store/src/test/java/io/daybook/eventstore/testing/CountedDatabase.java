package io.daybook.eventstore.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Counts how often a connection is asked for: once for each question that is a transaction of its own.
public final class CountedDatabase extends DelegatingDataSource {
  private final AtomicInteger questions = new AtomicInteger();

  public CountedDatabase(DataSource database) {
    super(database);
  }

  @Override
  public Connection getConnection() throws SQLException {
    questions.incrementAndGet();
    return super.getConnection();
  }

  public int questions() {
    return questions.get();
  }
}
