package io.daybook.eventstore.audit;

import io.daybook.eventstore.format.MetadataFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// What the writer keeps beside the events: a seal for each batch, in the batch's own transaction.
///
/// Events without a seal, which are older than the log or were written by a node that keeps none, are adopted:
/// sealed in the background. From then on every change of them is found.
public final class MerkleLog implements AutoCloseable {

  private final Sealer sealer;
  private final Adoption adoption;

  public MerkleLog(DataSource database, SigningKey key, MetadataFormat metadata) {
    this.sealer = new Sealer(database, key);
    this.adoption = new Adoption(database, sealer, new EventContents(metadata));
  }

  /// The seal of a batch. Empty while there are events without a seal before it; the batch is adopted with them.
  ///
  /// @param head locked by the batch's transaction
  /// @param contents the hashes of the events that will follow the head
  public Optional<SealRow> seal(StoreHead head, List<byte[]> contents) {
    if (!head.isSealed()) {
      adoption.request();
      return Optional.empty();
    }
    return Optional.of(sealer.seal(false, head.sealed(), contents, head.micros()));
  }

  /// The database has lost something: the number of the key perhaps.
  public void forget() {
    sealer.forget();
  }

  @Override
  public void close() {
    adoption.close();
  }
}
