package io.daybook.eventstore;

import java.util.Optional;

/// Who holds what may be held once: an e-mail address, a category's name, an order number.
///
/// Every call takes part in the current unit of work and throws [IllegalStateException] without one:
/// a claim that is not committed together with its events would be worth nothing.
///
/// Nothing is locked. Every answer that is given here joins the read set of the unit of work and is checked
/// when its events are appended, while its node holds the lock that every append takes. If an answer is no
/// longer true, the command ends in a [org.axonframework.modelling.command.ConcurrencyException] and is
/// retried. The statement that writes a claim compares as well: it takes a key from nobody but the owner who
/// releases it in the same batch, whatever was read before.
///
/// A key that PostgreSQL would not keep as it is ends in [NotStorable].
public interface Claims {

  /// True when `owner` will hold the key with this unit of work, also when it held it before.
  boolean take(String tenant, String kind, String key, String owner);

  Optional<String> owner(String tenant, String kind, String key);

  /// Does nothing when somebody else holds the key.
  void release(String tenant, String kind, String key, String owner);

  long countOwnedBy(String tenant, String kind, String owner);
}
