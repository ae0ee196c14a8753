package io.daybook.command.model;

import java.util.Optional;

/// The decision models of other entities: what a decision may know of them, read from their own streams
/// at this moment.
///
/// Reading takes no lock: the other entity may change before the reader commits. A rule that must hold
/// in spite of that is a claim, relies on the stream, or is decided by the other entity itself.
public interface DecisionModels {
  /// Empty when the stream has no events.
  <M> Optional<M> find(ModelDefinition<M> definition, String stream);

  /// The same, and the current command commits only if the stream has not changed by then; otherwise it
  /// is decided again (optimistic concurrency control over what was read).
  <M> Optional<M> rely(ModelDefinition<M> definition, String stream);
}
