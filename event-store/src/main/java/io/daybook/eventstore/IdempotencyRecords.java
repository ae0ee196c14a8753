package io.daybook.eventstore;

import java.time.Instant;
import java.util.Optional;

/// Answers that are kept by `Idempotency-Key`, per tenant and caller, in the command's transaction.
public interface IdempotencyRecords {

  /// The longest key that is taken, in characters.
  int MAX_KEY_LENGTH = 255;

  /// False when another transaction is still at work under this key; held until this one ends.
  boolean tryLock(String tenant, String caller, String key);

  Optional<StoredAnswer> find(String tenant, String caller, String key);

  void store(String tenant, String caller, String key, StoredAnswer answer, Instant at);

  /// Forgets what was stored before this instant and tells how many answers that were.
  int purge(Instant before);
}
