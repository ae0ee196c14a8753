package io.daybook.eventstore;

import java.util.Optional;

/// Who holds what may be held once: an e-mail address, a category's name, an order number.
///
/// Every call takes part in the caller's transaction and throws [IllegalStateException] without one:
/// a claim that is not committed together with its events would be worth nothing.
public interface Claims {

  /// True when `owner` now holds the key, also when it held it before. Waits for a transaction that
  /// is about to take the same key, so that of many exactly one wins.
  boolean take(String tenant, String kind, String key, String owner);

  Optional<String> owner(String tenant, String kind, String key);

  /// Does nothing when somebody else holds the key.
  void release(String tenant, String kind, String key, String owner);

  long countOwnedBy(String tenant, String kind, String owner);

  /// Held until the transaction ends: any number of shared holders, or one exclusive one.
  void guardShared(String tenant, String key);

  void guardExclusive(String tenant, String key);
}
