package io.daybook.kernel;

/// Something that is asked of one entity. Sending it twice is harmless.
public interface Command {
  /// The entity that decides.
  Id target();

  /// The refusal of this command where the entity that should decide does not exist.
  RejectionCode missing();
}
