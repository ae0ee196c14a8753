package io.daybook.eventstore.batch;

import io.daybook.eventstore.Failures;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The rows that the handlers of one unit of work write. A handler takes it as a parameter.
///
/// A processor writes them once for all events of its transaction, before it stores its token in the same
/// transaction. Elsewhere, as when a dead letter is retried, they are written when the handler returns, and a
/// failure to write is the handler's failure.
public final class Batch {
  /// The schema in which projections are kept, and from which they are read.
  public static final String LIVE = "projection";

  private static final Logger log = LoggerFactory.getLogger(Batch.class);
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
  private @Nullable Throwable transientFailure;

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
          unit.afterCommit(_ -> batch.afterwards.forEach(Batch::runAfterwards));
          return batch;
        });
  }

  /// In which the event of the current unit of work is handled that a processor, or the retry of a dead letter,
  /// handles in a transaction.
  static Optional<Batch> ofCurrent(DataSource database) {
    if (!CurrentUnitOfWork.isStarted()) {
      return Optional.empty();
    }
    UnitOfWork<?> unit = CurrentUnitOfWork.get();
    return isRetry(unit)
        ? Optional.of(of(unit, database, LIVE, false))
        : Optional.ofNullable(unit.getResource(Batch.class.getName()));
  }

  private static boolean isRetry(UnitOfWork<?> unit) {
    return unit.getResource(DeadLetter.class.getName()) != null;
  }

  boolean isCollecting() {
    return collecting;
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

  /// It is committed by now: one action that fails keeps neither the others nor the processor from going on.
  private static void runAfterwards(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      log.warn("What was to be done after a commit has failed", e);
    }
  }

  /// Passes on how long the transaction has taken, once it is committed; not if there is nothing to write.
  void whenWritten(UnitOfWork<?> unit, LongConsumer nanos) {
    if (!entries.isEmpty()) {
      unit.afterCommit(_ -> nanos.accept(System.nanoTime() - begun));
    }
  }

  /// Drops the rows of a handler that fails, and undoes what it has written by itself.
  ///
  /// @throws TransactionAborted if it leaves a transaction that takes no further statement
  @Nullable Object during(Message<?> message, Callable<@Nullable Object> handler) throws Exception {
    handled = message;
    int before = entries.size();
    int actions = afterwards.size();
    try {
      return collecting ? handler.call() : alone(handler);
    } catch (Exception | Error e) {
      entries.subList(before, entries.size()).clear();
      afterwards.subList(actions, afterwards.size()).clear();
      Exception failure = Failures.asException(e);
      if (collecting && !Failures.isTransient(failure) && isAborted()) {
        throw new TransactionAborted(failure);
      }
      throw failure;
    }
  }

  /// Behind a savepoint, so that the rest of the transaction survives a failure.
  private @Nullable Object alone(Callable<@Nullable Object> handler) throws Exception {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      return callAndWrite(handler);
    }
    Connection connection = connection();
    Savepoint before = connection.setSavepoint();
    try {
      @Nullable Object result = callAndWrite(handler);
      connection.releaseSavepoint(before);
      return result;
    } catch (Exception | Error e) {
      undo(connection, before, e);
      throw e;
    }
  }

  private @Nullable Object callAndWrite(Callable<@Nullable Object> handler) throws Exception {
    @Nullable Object result = handler.call();
    write();
    return result;
  }

  private void undo(Connection connection, Savepoint before, Throwable failure)
      throws SQLException {
    if (Failures.isTransient(failure)) {
      transientFailure = failure;
    }
    try {
      connection.rollback(before);
    } catch (SQLException e) {
      e.addSuppressed(failure);
      throw e;
    }
  }

  /// Whether a statement has failed in the transaction, so that PostgreSQL takes no other one.
  private boolean isAborted() throws SQLException {
    return TransactionSynchronizationManager.isActualTransactionActive()
        && connection().unwrap(BaseConnection.class).getTransactionState()
            == TransactionState.FAILED;
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

  /// Rolls back, and has each event written alone from now on.
  void restartOneByOne() throws SQLException {
    connection().rollback();
    entries.clear();
    afterwards.clear();
    answers.clear();
    collecting = false;
  }

  /// Throws a failure that was not an event's fault, so that the whole transaction is tried again.
  void requireNoTransientFailure() {
    if (transientFailure != null) {
      throw new NotParked(transientFailure);
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
