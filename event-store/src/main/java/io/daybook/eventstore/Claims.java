package io.daybook.eventstore;

import java.util.Optional;

/// Who holds what may be held once: an e-mail address, a category's name, an order number.
///
/// Every call takes part in the current unit of work and throws [IllegalStateException] without one:
/// a claim that is not committed together with its events would be worth nothing.
///
/// Nothing is locked. What a unit of work was told here is checked once more at the moment at which its
/// events are appended, and everything that appends does so one after the other; if it is no longer
/// true, the command ends in a [org.axonframework.modelling.command.ConcurrencyException] and is tried
/// again. So a decision holds for whatever it has asked.
public interface Claims {

  /// True when `owner` will hold the key with this unit of work, also when it held it before.
  boolean take(String tenant, String kind, String key, String owner);

  Optional<String> owner(String tenant, String kind, String key);

  /// Does nothing when somebody else holds the key.
  void release(String tenant, String kind, String key, String owner);

  long countOwnedBy(String tenant, String kind, String owner);
}
