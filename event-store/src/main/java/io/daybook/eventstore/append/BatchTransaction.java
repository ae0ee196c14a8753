package io.daybook.eventstore.append;

import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.audit.SealRow;
import io.daybook.eventstore.audit.StoreHead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One batch in one transaction: lock the head, judge every request, write the accepted ones, commit.
final class BatchTransaction {

  private static final String MARK =
      """
      INSERT INTO event_store.writer (writer_id, batch, position, written_at)
      VALUES (?, ?, ?, now())
      ON CONFLICT (writer_id) DO UPDATE
      SET batch = excluded.batch, position = excluded.position, written_at = excluded.written_at
      """;

  private final Connection connection;
  private final UUID writer;
  private final long number;
  private final @Nullable MerkleLog log;

  /// @param connection that does not commit by itself
  /// @param number of the batch, counted by its writer
  BatchTransaction(Connection connection, UUID writer, long number, @Nullable MerkleLog log) {
    this.connection = connection;
    this.writer = writer;
    this.number = number;
    this.log = log;
  }

  /// Everything but the commit, so that a caller knows on which side of it a failure was.
  JudgedBatch prepare(List<AppendRequest> requests) throws SQLException {
    StoreHead head = StoreHead.lock(connection);
    Judge judge = new Judge(StateQueries.read(connection, requests));
    JudgedBatch batch = new JudgedBatch(head.position());
    for (AppendRequest request : requests) {
      Optional<RuntimeException> refusal = judge.judge(request);
      if (refusal.isPresent()) {
        batch.refuse(request, refusal.get());
      } else {
        batch.accept(request);
      }
    }
    write(batch, head);
    return batch;
  }

  private void write(JudgedBatch batch, StoreHead head) throws SQLException {
    if (batch.accepted().isEmpty()) {
      return;
    }
    List<NewEvent> events = batch.events();
    if (events.isEmpty()) {
      mark(batch.head());
    } else {
      Parts.refuseDuplicates(connection, batch.behind(), events);
      Insertion.run(connection, writer, number, batch.behind(), events, seal(head, events));
    }
    CompanionWrites.run(connection, batch.accepted());
  }

  private void mark(long position) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MARK)) {
      statement.setObject(1, writer);
      statement.setLong(2, number);
      statement.setLong(3, position);
      statement.executeUpdate();
    }
  }

  private Optional<SealRow> seal(StoreHead head, List<NewEvent> events) {
    return log == null
        ? Optional.empty()
        : log.seal(head, events.stream().map(NewEvent::hash).toList());
  }

  /// Whether a batch whose commit was not answered is in the store. The lock waits until the lost
  /// connection's transaction has ended either way, so the answer is final.
  boolean wasCommitted() throws SQLException {
    StoreHead.lock(connection);
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT batch FROM event_store.writer WHERE writer_id = ?")) {
      statement.setObject(1, writer);
      try (ResultSet mark = statement.executeQuery()) {
        @Nullable Long last = mark.next() ? mark.getLong(1) : null;
        return last != null && last == number;
      }
    } finally {
      connection.rollback();
    }
  }
}
