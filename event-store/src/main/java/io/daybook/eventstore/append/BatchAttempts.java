package io.daybook.eventstore.append;

import io.daybook.eventstore.audit.MerkleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A batch on its way into the store, over as many connections as it takes. When one is lost around the
/// commit, the next attempt begins by asking what became of it.
final class BatchAttempts {

  private final UUID writer;
  private final long number;
  private final List<AppendRequest> requests;
  private final @Nullable MerkleLog log;
  private @Nullable JudgedBatch inDoubt;

  /// @param number of the batch, counted by its writer
  BatchAttempts(UUID writer, long number, List<AppendRequest> requests, @Nullable MerkleLog log) {
    this.writer = writer;
    this.number = number;
    this.requests = requests;
    this.log = log;
  }

  /// @param connection that does not commit by itself
  /// @return the batch as it is in the store now
  JudgedBatch run(Connection connection) throws SQLException {
    BatchTransaction transaction = new BatchTransaction(connection, writer, number, log);
    @Nullable JudgedBatch before = inDoubt;
    if (before != null && transaction.wasCommitted()) {
      return before;
    }
    inDoubt = null;
    JudgedBatch judged = transaction.prepare(requests);
    inDoubt = judged;
    commit(connection);
    return judged;
  }

  private void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
    } catch (SQLException e) {
      if (!Loss.is(e)) {
        inDoubt = null;
      }
      throw e;
    }
  }

  /// Whether the batch may be in the store. Then nothing but the database can tell, and until it does no
  /// request of the batch may be written again.
  boolean isInDoubt() {
    return inDoubt != null;
  }
}
