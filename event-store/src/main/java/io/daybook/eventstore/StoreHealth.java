package io.daybook.eventstore;

import java.util.Optional;

/// How the store is at this moment, as this node's last looks and appends have found it. Nobody who asks waits for
/// the database.
@FunctionalInterface
public interface StoreHealth {

  /// Why the store cannot be read or written, for people; empty if it can.
  Optional<String> problem();
}
