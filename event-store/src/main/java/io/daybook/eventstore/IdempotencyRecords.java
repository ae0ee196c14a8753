package io.daybook.eventstore;

import java.util.Optional;

/// Answers that are kept by `Idempotency-Key`, per tenant and caller, together with the events of the
/// current unit of work.
public interface IdempotencyRecords {

  /// The longest key that is taken, in characters.
  int MAX_KEY_LENGTH = 255;

  /// Locks the key on this node until the current unit of work ends; false if another unit of work has it.
  /// When two nodes work on requests with one key, the one that appends second is refused by the conflict
  /// check, and its retry finds the other's answer.
  boolean tryLock(String tenant, String caller, String key);

  /// The answer that the current command has to repeat. A command may assume that there is none, without a
  /// query. If there is one, the command ends in a
  /// [org.axonframework.modelling.command.ConcurrencyException] when it is written or refused, and its retry
  /// finds the answer.
  Optional<StoredAnswer> earlier(String tenant, String caller, String key);

  Optional<StoredAnswer> find(String tenant, String caller, String key);

  /// Stores an answer, with the position of the last event of the unit of work and PostgreSQL's time.
  void store(String tenant, String caller, String key, Answer answer);
}
