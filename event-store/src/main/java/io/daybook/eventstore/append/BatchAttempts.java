package io.daybook.eventstore.append;

import io.daybook.eventstore.SqlStates;
import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.read.StreamCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Writes one batch, over as many connections as it takes. When a connection is lost around the commit, the
/// next attempt begins by asking the database whether the batch was committed.
final class BatchAttempts {

  private final BatchId id;
  private final List<AppendRequest> requests;
  private final @Nullable MerkleLog log;
  private final BooleanSupplier notifies;
  private final StreamCache cache;
  private @Nullable CheckedBatch inDoubt;

  BatchAttempts(
      BatchId id,
      List<AppendRequest> requests,
      @Nullable MerkleLog log,
      BooleanSupplier notifies,
      StreamCache cache) {
    this.id = id;
    this.requests = requests;
    this.log = log;
    this.notifies = notifies;
    this.cache = cache;
  }

  /// @param connection that does not commit by itself
  /// @return the batch as it is in the store now
  CheckedBatch run(Connection connection) throws SQLException {
    BatchTransaction transaction =
        new BatchTransaction(connection, id, log, notifies.getAsBoolean(), cache);
    @Nullable CheckedBatch before = inDoubt;
    if (before != null && transaction.wasCommitted()) {
      return before;
    }
    inDoubt = null;
    CheckedBatch batch = transaction.prepare(requests);
    inDoubt = batch;
    commit(transaction);
    return batch;
  }

  private void commit(BatchTransaction transaction) throws SQLException {
    try {
      transaction.commit();
    } catch (SQLException e) {
      if (!SqlStates.isConnectionLost(e)) {
        inDoubt = null;
      }
      throw e;
    }
  }

  /// Whether the batch may be in the store. Only the database can tell; until it has, no request of the batch
  /// may be written again.
  boolean isInDoubt() {
    return inDoubt != null;
  }
}
