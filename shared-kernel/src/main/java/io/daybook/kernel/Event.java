package io.daybook.kernel;

/// Something that happened to one entity, and is never changed.
public interface Event {
  /// The entity in whose stream it is written.
  Id source();
}
