package io.daybook.eventstore.append;

import io.daybook.eventstore.append.StateQueries.Locked;
import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.audit.SealRow;
import io.daybook.eventstore.audit.StoreHead;
import io.daybook.eventstore.read.StreamCache;
import io.daybook.eventstore.read.Timeline;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One batch in one transaction: lock the head, check every request for conflicts, write those without,
/// commit.
final class BatchTransaction {

  private static final String SAVE_ID =
      """
      INSERT INTO event_store.writer (writer_id, batch, position, written_at)
      VALUES (?, ?, ?, now())
      ON CONFLICT (writer_id) DO UPDATE
      SET batch = excluded.batch, position = excluded.position, written_at = excluded.written_at
      """;

  private final Connection connection;
  private final BatchId id;
  private final @Nullable MerkleLog log;
  private final boolean notifies;
  private final StreamCache cache;
  private @Nullable Insertion last;

  /// @param connection that does not commit by itself
  /// @param notifies whether other nodes are notified of what is appended
  BatchTransaction(
      Connection connection,
      BatchId id,
      @Nullable MerkleLog log,
      boolean notifies,
      StreamCache cache) {
    this.connection = connection;
    this.id = id;
    this.log = log;
    this.notifies = notifies;
    this.cache = cache;
  }

  /// Sends everything but what [#commit] sends, so that a failure is known to be before or after the commit
  /// was sent.
  CheckedBatch prepare(List<AppendRequest> requests) throws SQLException {
    Timeline.End before = cache.timeline().end();
    Locked store = StateQueries.lock(connection, requests);
    compare(before, store.head());
    cache.catchUp(connection, store.head().position());
    ConflictCheck check = new ConflictCheck(store.state(), cache);
    CheckedBatch batch = new CheckedBatch(store.head().position());
    for (AppendRequest request : requests) {
      Optional<RuntimeException> conflict = check.check(request);
      if (conflict.isPresent()) {
        batch.refuse(request, conflict.get());
      } else {
        batch.accept(request);
      }
    }
    write(batch, store.head());
    return batch;
  }

  /// Another node may have noticed that events were lost. What was decided on them is found by the conflict check.
  private void compare(Timeline.End before, StoreHead head) throws SQLException {
    cache.timeline().compare(connection, before, head.position(), head.timeline());
  }

  /// The write sets first: the events are sent together with the commit.
  private void write(CheckedBatch batch, StoreHead head) throws SQLException {
    WriteSetFlush.run(connection, batch.accepted());
    if (!batch.events().isEmpty()) {
      Partitions.refuseDuplicates(connection, batch.behind(), batch.events());
      last = Insertion.of(connection, id, batch, seal(head, batch.events()), notifies);
    } else if (!batch.accepted().isEmpty()) {
      saveId(batch.head());
    }
  }

  /// When this fails without an answer of the server, only the server knows whether the batch is in the store.
  void commit() throws SQLException {
    if (last == null) {
      connection.commit();
    } else {
      last.commit();
    }
  }

  private void saveId(long position) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SAVE_ID)) {
      statement.setObject(1, id.writer());
      statement.setLong(2, id.number());
      statement.setLong(3, position);
      statement.executeUpdate();
    }
  }

  private Optional<SealRow> seal(StoreHead head, List<NewEvent> events) {
    return log == null
        ? Optional.empty()
        : log.seal(head, events.stream().map(NewEvent::hash).toList());
  }

  /// Whether a batch is in the store whose commit was not answered. The lock on the head waits until the lost
  /// connection's transaction has ended either way, so the answer is final. Other nodes may have read the
  /// batch before this one knows of it, so the cache treats it as if another node had written it.
  boolean wasCommitted() throws SQLException {
    Timeline.End before = cache.timeline().end();
    StoreHead head = StoreHead.lock(connection);
    compare(before, head);
    cache.catchUp(connection, head.position());
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT batch FROM event_store.writer WHERE writer_id = ?")) {
      statement.setObject(1, id.writer());
      try (ResultSet found = statement.executeQuery()) {
        @Nullable Long saved = found.next() ? found.getLong(1) : null;
        return saved != null && saved == id.number();
      }
    } finally {
      connection.rollback();
    }
  }
}
