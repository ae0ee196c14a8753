package io.daybook.saga.payment.sandbox;

import io.daybook.payment.DeclineKind;
import org.jspecify.annotations.Nullable;

/// What the sandbox decided about a request.
record Verdict(Outcome outcome, @Nullable DeclineKind kind, @Nullable String reason) {
  static final Verdict APPROVED = new Verdict(Outcome.APPROVED, null, null);

  /// The customer has not decided.
  static final Verdict OPEN = new Verdict(Outcome.OPEN, null, null);

  enum Outcome {
    APPROVED,
    DECLINED,
    OPEN
  }

  static Verdict soft(String reason) {
    return new Verdict(Outcome.DECLINED, DeclineKind.SOFT, reason);
  }

  static Verdict hard(String reason) {
    return new Verdict(Outcome.DECLINED, DeclineKind.HARD, reason);
  }
}
