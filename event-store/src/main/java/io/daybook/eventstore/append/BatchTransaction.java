package io.daybook.eventstore.append;

import io.daybook.eventstore.append.StateQueries.Locked;
import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.audit.SealRow;
import io.daybook.eventstore.audit.StoreHead;
import io.daybook.eventstore.read.StreamCache;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
  private final Mark mark;
  private final @Nullable MerkleLog log;
  private final boolean told;
  private final StreamCache memory;
  private @Nullable Insertion last;

  /// @param connection that does not commit by itself
  /// @param told whether other nodes are told of what is appended
  BatchTransaction(
      Connection connection, Mark mark, @Nullable MerkleLog log, boolean told, StreamCache memory) {
    this.connection = connection;
    this.mark = mark;
    this.log = log;
    this.told = told;
    this.memory = memory;
  }

  /// Everything but what [#commit] sends, so that a caller knows on which side of it a failure was.
  JudgedBatch prepare(List<AppendRequest> requests) throws SQLException {
    Locked store = StateQueries.lock(connection, requests);
    memory.reach(connection, store.head().position());
    Judge judge = new Judge(store.state(), memory);
    JudgedBatch batch = new JudgedBatch(store.head().position());
    for (AppendRequest request : requests) {
      Optional<RuntimeException> refusal = judge.judge(request);
      if (refusal.isPresent()) {
        batch.refuse(request, refusal.get());
      } else {
        batch.accept(request);
      }
    }
    write(batch, store.head());
    return batch;
  }

  /// The companions first: the events go with the commit.
  private void write(JudgedBatch batch, StoreHead head) throws SQLException {
    CompanionWrites.run(connection, batch.accepted());
    if (!batch.events().isEmpty()) {
      Parts.refuseDuplicates(connection, batch.behind(), batch.events());
      last = Insertion.of(connection, mark, batch, seal(head, batch.events()), told);
    } else if (!batch.accepted().isEmpty()) {
      leave(batch.head());
    }
  }

  /// After this nobody but the server knows whether the batch is in the store, unless it says so.
  void commit() throws SQLException {
    if (last == null) {
      connection.commit();
    } else {
      last.commit();
    }
  }

  private void leave(long position) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MARK)) {
      statement.setObject(1, mark.writer());
      statement.setLong(2, mark.batch());
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
  /// connection's transaction has ended either way, so the answer is final. If it is, other nodes may have
  /// told somebody of it before this one knows: it counts as if another had written it.
  boolean wasCommitted() throws SQLException {
    memory.reach(connection, StoreHead.lock(connection).position());
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT batch FROM event_store.writer WHERE writer_id = ?")) {
      statement.setObject(1, mark.writer());
      try (ResultSet found = statement.executeQuery()) {
        @Nullable Long marked = found.next() ? found.getLong(1) : null;
        return marked != null && marked == mark.batch();
      }
    } finally {
      connection.rollback();
    }
  }
}
