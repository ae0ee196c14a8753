package io.daybook.eventstore.autoconfigure;

/// Where a store keeps which of the engine's migrations it has. A store keeps to what it was made with.
public enum MigrationHistory {
  /// In a schema of its own, so that the application numbers its migrations as it likes.
  OWN,
  /// With those of the application, whose numbers then lie above the engine's.
  SHARED
}
