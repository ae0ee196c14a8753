package io.daybook.eventstore.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Counts how often a connection is asked for: once for each question that is a transaction of its own.
public final class CountedDatabase extends DelegatingDataSource {
  private final Map<Thread, Integer> questions = new ConcurrentHashMap<>();

  public CountedDatabase(DataSource database) {
    super(database);
  }

  @Override
  public Connection getConnection() throws SQLException {
    questions.merge(Thread.currentThread(), 1, Integer::sum);
    return super.getConnection();
  }

  public int questions() {
    return questions.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Of the calling thread, beside which processors ask for theirs.
  public int questionsOfThisThread() {
    return questions.getOrDefault(Thread.currentThread(), 0);
  }
}
