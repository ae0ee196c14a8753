package io.daybook.saga.payment.sandbox;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a means of payment of the sandbox does, by its token: `sandbox:decline-soft`.
enum SandboxToken {
  APPROVE,
  /// Insufficient funds, every time.
  DECLINE_SOFT,
  /// Insufficient funds the first time; a later attempt of the same payment is approved.
  DECLINE_SOFT_ONCE,
  /// A stolen card.
  DECLINE_HARD,
  /// Accepted. A look-up some time later finds it approved.
  LATE,
  /// No answer; the first look-up does not know either, the second finds it approved.
  NEVER,
  /// The same, but found declined.
  NEVER_DECLINED,
  /// The gateway fails before it does anything, which a look-up tells.
  ERROR,
  CAPTURE_FAILS,
  REFUND_FAILS,
  /// The customer decides on the sandbox's page.
  PAYPAL;

  static Optional<SandboxToken> of(String token) {
    return Stream.of(values()).filter(known -> known.spelling().equals(token)).findFirst();
  }

  String spelling() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// Whether the first look-up after a call knows no more than the caller does.
  boolean hidesFromFirstLookup() {
    return this == NEVER || this == NEVER_DECLINED;
  }

  /// Whether a call for money ends without any answer.
  boolean staysSilent() {
    return hidesFromFirstLookup() || this == ERROR;
  }
}
