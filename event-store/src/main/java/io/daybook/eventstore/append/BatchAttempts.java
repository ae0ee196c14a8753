package io.daybook.eventstore.append;

import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.read.StreamCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// A batch on its way into the store, over as many connections as it takes. When one is lost around the
/// commit, the next attempt begins by asking what became of it.
final class BatchAttempts {

  private final Mark mark;
  private final List<AppendRequest> requests;
  private final @Nullable MerkleLog log;
  private final BooleanSupplier heard;
  private final StreamCache memory;
  private @Nullable JudgedBatch inDoubt;

  BatchAttempts(
      Mark mark,
      List<AppendRequest> requests,
      @Nullable MerkleLog log,
      BooleanSupplier heard,
      StreamCache memory) {
    this.memory = memory;
    this.mark = mark;
    this.requests = requests;
    this.log = log;
    this.heard = heard;
  }

  /// @param connection that does not commit by itself
  /// @return the batch as it is in the store now
  JudgedBatch run(Connection connection) throws SQLException {
    BatchTransaction transaction =
        new BatchTransaction(connection, mark, log, heard.getAsBoolean(), memory);
    @Nullable JudgedBatch before = inDoubt;
    if (before != null && transaction.wasCommitted()) {
      return before;
    }
    inDoubt = null;
    JudgedBatch judged = transaction.prepare(requests);
    inDoubt = judged;
    commit(transaction);
    return judged;
  }

  private void commit(BatchTransaction transaction) throws SQLException {
    try {
      transaction.commit();
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
