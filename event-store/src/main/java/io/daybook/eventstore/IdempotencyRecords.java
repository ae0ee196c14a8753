package io.daybook.eventstore;

import java.time.Instant;
import java.util.Optional;

/// Answers that are kept by `Idempotency-Key`, per tenant and caller, together with the events of the
/// current unit of work.
public interface IdempotencyRecords {

  /// The longest key that is taken, in characters.
  int MAX_KEY_LENGTH = 255;

  /// False when another unit of work of this node is still at work under this key; held until this one
  /// ends. Of two nodes at work under the same key, the one that appends later finds the other's
  /// answer.
  boolean tryLock(String tenant, String caller, String key);

  /// What the current command has to answer again. A key that is seen for the first time is presumed to be
  /// new: if it is not, the command loses a race with the earlier one when it is written or refused, and
  /// its next try finds the answer.
  Optional<StoredAnswer> earlier(String tenant, String caller, String key);

  Optional<StoredAnswer> find(String tenant, String caller, String key);

  /// Keeps an answer, with the position that the unit of work's events will have come to.
  void store(String tenant, String caller, String key, Answer answer, Instant at);

  /// Forgets what was stored before this instant and tells how many answers that were.
  int purge(Instant before);
}
