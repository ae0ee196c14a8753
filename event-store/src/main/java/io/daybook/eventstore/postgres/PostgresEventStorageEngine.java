package io.daybook.eventstore.postgres;

import static org.axonframework.common.jdbc.JdbcUtils.executeQuery;

import io.daybook.eventstore.DryRun;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;

/// Axon's JDBC engine with PostgreSQL's own types, one statement per append, and the two things that
/// only the appender knows: the position that was reached, and that a dry run ends here.
public final class PostgresEventStorageEngine extends JdbcEventStorageEngine {

  private final TransactionManager transactions;

  /// The builder carries everything but the schema and the types, which are this engine's own.
  public PostgresEventStorageEngine(Builder builder, TransactionManager transactions) {
    super(
        builder
            .transactionManager(transactions)
            .schema(Schemas.events())
            .dataType(String.class)
            .createTokenAt(PostgresEventStorageEngine::createTokenAt));
    this.transactions = transactions;
  }

  @Override
  protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
    if (events.isEmpty()) {
      return;
    }
    long last = transactions.fetchInTransaction(() -> insert(events, serializer));
    CurrentUnitOfWork.ifStarted(unitOfWork -> Written.leave(unitOfWork, last));
    if (DryRunRequest.isCurrent()) {
      throw new DryRun(events);
    }
  }

  private long insert(List<? extends EventMessage<?>> events, Serializer serializer) {
    return executeQuery(
        getConnection(),
        connection -> Insertion.of(connection, events, serializer),
        PostgresEventStorageEngine::lastPosition,
        e -> {
          handlePersistenceException(e, Conflict.among(events, e));
          throw new IllegalStateException(e); // never reached: the line above throws
        });
  }

  private static long lastPosition(ResultSet positions) throws SQLException {
    long last = 0;
    while (positions.next()) {
      last = Math.max(last, positions.getLong(1));
    }
    return last;
  }

  /// A stream has no holes, so a batch that is not full was the last: this saves a query per load.
  @Override
  protected boolean fetchForAggregateUntilEmpty() {
    return false;
  }

  private static PreparedStatement createTokenAt(
      Connection connection, EventSchema schema, Instant at) throws SQLException {
    PreparedStatement statement =
        connection.prepareStatement(
            "SELECT min(position) - 1 FROM event_store.event WHERE recorded_at >= ?");
    statement.setObject(1, utc(at));
    return statement;
  }

  @Override
  protected void writeTimestamp(PreparedStatement statement, int index, Instant timestamp)
      throws SQLException {
    statement.setObject(index, utc(timestamp));
  }

  @Override
  protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  @Override
  @SuppressWarnings("unchecked") // Axon asks for the data type given to the builder: text
  protected <T> T readPayload(ResultSet row, String column) throws SQLException {
    return (T) row.getString(column);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
