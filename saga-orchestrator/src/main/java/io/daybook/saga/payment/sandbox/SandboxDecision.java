package io.daybook.saga.payment.sandbox;

import io.daybook.payment.DeclineKind;
import org.jspecify.annotations.Nullable;

/// What the sandbox decided about a request.
record SandboxDecision(Result result, @Nullable DeclineKind kind, @Nullable String reason) {
  static final SandboxDecision APPROVED = new SandboxDecision(Result.APPROVED, null, null);

  /// The customer has not decided.
  static final SandboxDecision OPEN = new SandboxDecision(Result.OPEN, null, null);

  enum Result {
    APPROVED,
    DECLINED,
    OPEN
  }

  static SandboxDecision soft(String reason) {
    return new SandboxDecision(Result.DECLINED, DeclineKind.SOFT, reason);
  }

  static SandboxDecision hard(String reason) {
    return new SandboxDecision(Result.DECLINED, DeclineKind.HARD, reason);
  }
}
