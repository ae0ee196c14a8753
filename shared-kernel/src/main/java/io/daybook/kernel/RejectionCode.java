package io.daybook.kernel;

/// A reason for which something is refused: stable, so that callers can branch on its name.
public interface RejectionCode {
  /// What kind of refusal it is, which decides the HTTP status.
  enum Kind {
    MALFORMED,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    RULE_BROKEN,
    /// Not the caller's fault: the same may be asked again.
    UNAVAILABLE
  }

  String name();

  Kind kind();

  /// The rule that was broken, as a sentence for the caller.
  String rule();
}
