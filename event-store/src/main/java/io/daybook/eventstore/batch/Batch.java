package io.daybook.eventstore.batch;

import io.daybook.eventstore.SqlStates;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// The rows that the handlers of one unit of work write. A handler takes it as a parameter.
///
/// A processor writes them once for all events of its transaction, before it stores its token in the same
/// transaction. Elsewhere, as when a dead letter is retried, they are written when the handler returns, and a
/// failure to write is the handler's failure.
public final class Batch {
  /// The schema in which projections are kept, and from which they are read.
  public static final String LIVE = "projection";

  private static final long MOST_LARGE_BYTES = 8 << 20;

  private final DataSource database;
  private final String schema;
  private final UnitOfWork<?> unit;
  private final List<Entry<?>> entries = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private final Map<Class<?>, Object> answers = new HashMap<>();
  private final long begun = System.nanoTime();
  private Message<?> handled;
  private long largeBytes;
  private boolean collecting;
  private @Nullable SQLException transientFailure;

  private Batch(UnitOfWork<?> unit, DataSource database, String schema, boolean collecting) {
    this.unit = unit;
    this.handled = unit.getMessage();
    this.database = database;
    this.schema = schema;
    this.collecting = collecting;
  }

  static Batch of(UnitOfWork<?> unit, DataSource database, String schema, boolean collecting) {
    return unit.getOrComputeResource(
        Batch.class.getName(),
        _ -> {
          Batch batch = new Batch(unit, database, schema, collecting);
          unit.afterCommit(_ -> batch.afterwards.forEach(Runnable::run));
          return batch;
        });
  }

  public <R> void add(Write<R> write, R row) {
    entries.add(new Entry<>(write, row));
  }

  /// Whether nothing waits to be written, so that the tables show all events that were handled.
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /// Asks the database once for all messages of the transaction, before anything of them is written. Where each
  /// message is written alone, it is asked for each.
  ///
  /// @param answer the type of the answer, under which it is kept for the transaction
  public <T> T ask(Class<T> answer, Function<List<? extends Message<?>>, T> question) {
    if (!collecting) {
      return question.apply(List.of(handled)); // the unit of work may have gone through all already
    }
    List<? extends Message<?>> all =
        unit instanceof BatchingUnitOfWork<?> many ? many.getMessages() : List.of(handled);
    return answer.cast(answers.computeIfAbsent(answer, _ -> question.apply(all)));
  }

  /// Called for each large event.
  ///
  /// @return whether there are so many of them that what they write is to be written now
  boolean grow(long bytes) {
    largeBytes += bytes;
    if (largeBytes < MOST_LARGE_BYTES) {
      return false;
    }
    largeBytes = 0;
    return true;
  }

  /// Runs once when the transaction is committed; not in a rebuild, whose tables nobody reads.
  public void afterCommit(Runnable action) {
    if (schema.equals(LIVE)) {
      afterwards.add(action);
    }
  }

  /// Passes on how long the transaction has taken, once it is committed; not if there is nothing to write.
  void whenWritten(UnitOfWork<?> unit, LongConsumer nanos) {
    if (!entries.isEmpty()) {
      unit.afterCommit(_ -> nanos.accept(System.nanoTime() - begun));
    }
  }

  /// Drops the rows of a handler that fails.
  @Nullable Object during(Message<?> message, Callable<@Nullable Object> handler) throws Exception {
    handled = message;
    int before = entries.size();
    int actions = afterwards.size();
    try {
      Object result = handler.call();
      if (!collecting) {
        writeAlone();
      }
      return result;
    } catch (Exception e) {
      entries.subList(before, entries.size()).clear();
      afterwards.subList(actions, afterwards.size()).clear();
      throw e;
    }
  }

  void write() throws SQLException {
    if (!entries.isEmpty()) {
      write(connection());
    }
  }

  private void write(Connection connection) throws SQLException {
    for (Execution<?> execution : ExecutionPlan.of(entries)) {
      execution.run(connection, schema);
    }
    entries.clear();
  }

  /// Behind a savepoint, so that the rest of the transaction survives a failure.
  private void writeAlone() throws SQLException {
    if (entries.isEmpty()) {
      return;
    }
    Connection connection = connection();
    Savepoint before = connection.setSavepoint();
    try {
      write(connection);
      connection.releaseSavepoint(before);
    } catch (SQLException e) {
      if (SqlStates.isTransient(e)) {
        transientFailure = e;
      }
      connection.rollback(before);
      throw e;
    }
  }

  /// Rolls back, and has each event written alone from now on.
  void restartOneByOne() throws SQLException {
    connection().rollback();
    entries.clear();
    afterwards.clear();
    answers.clear();
    collecting = false;
  }

  /// Throws a failure that was not an event's fault, so that the whole transaction is tried again.
  void requireNoTransientFailure() throws SQLException {
    if (transientFailure != null) {
      throw transientFailure;
    }
  }

  private Connection connection() throws SQLException {
    Connection connection = DataSourceUtils.getConnection(database);
    if (connection.getAutoCommit()) {
      DataSourceUtils.releaseConnection(connection, database);
      throw new IllegalStateException("A batch is written in a transaction, and there is none");
    }
    return connection;
  }
}
