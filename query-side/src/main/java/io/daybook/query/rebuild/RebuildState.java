package io.daybook.query.rebuild;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A rebuild as it is written down: every node knows it, and any of them can take it over.
///
/// @param projection the name of its processor, such as `projection-order`
/// @param position up to which it is rebuilt
/// @param target the head of the store when it began
/// @param taken since it began, until it ended
public record RebuildState(
    String id,
    String projection,
    Purpose purpose,
    Phase phase,
    long position,
    long target,
    Duration taken,
    @Nullable Comparison comparison,
    @Nullable String failure) {

  /// Where it stands.
  public enum Phase {
    RUNNING,
    /// The rebuilt tables serve, or were only to be compared.
    COMPLETED,
    /// Compared, and the tables are there to look at.
    KEPT,
    /// Not wanted any more, and not dropped yet.
    CANCELLING,
    CANCELLED,
    FAILED
  }
}
