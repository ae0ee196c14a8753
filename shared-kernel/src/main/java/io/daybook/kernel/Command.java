package io.daybook.kernel;

/// Something that is asked of one entity. Sending it twice is harmless.
public interface Command {
  /// The entity that decides.
  Id target();
}
