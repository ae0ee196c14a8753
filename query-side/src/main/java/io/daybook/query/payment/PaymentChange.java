package io.daybook.query.payment;

import io.daybook.kernel.Money;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an event changes in a payment. What is absent stays as it is.
///
/// @param expiresAt when the authorisation lapses; with `authorizationId` only
/// @param captured what was captured by this event, in minor units
/// @param refunded what was paid back by this event, in minor units
record PaymentChange(
    @Nullable PaymentStatus status,
    @Nullable String redirectUrl,
    @Nullable String authorizationId,
    @Nullable Instant expiresAt,
    @Nullable Long captured,
    @Nullable Long refunded,
    @Nullable DeclineKind kind,
    @Nullable String reason,
    @Nullable PaymentIssue issue) {
  static final PaymentChange NONE = to(null);

  static PaymentChange to(@Nullable PaymentStatus status) {
    return new PaymentChange(status, null, null, null, null, null, null, null, null);
  }

  static PaymentChange redirected(String url) {
    return new PaymentChange(
        PaymentStatus.REDIRECTED, url, null, null, null, null, null, null, null);
  }

  static PaymentChange authorized(String id, @Nullable Instant expiresAt) {
    return new PaymentChange(
        PaymentStatus.AUTHORIZED, null, id, expiresAt, null, null, null, null, null);
  }

  static PaymentChange captured(Money amount) {
    return new PaymentChange(
        PaymentStatus.CAPTURED, null, null, null, amount.amountMinor(), null, null, null, null);
  }

  /// The payment keeps its status until all of it is paid back.
  static PaymentChange refunded(Money amount) {
    return new PaymentChange(null, null, null, null, null, amount.amountMinor(), null, null, null);
  }

  static PaymentChange stopped(PaymentStatus status, DeclineKind kind, String reason) {
    return new PaymentChange(status, null, null, null, null, null, kind, reason, null);
  }

  /// A payment that could not be captured keeps its status.
  static PaymentChange notCaptured(DeclineKind kind, String reason) {
    return new PaymentChange(
        null, null, null, null, null, null, kind, reason, PaymentIssue.CAPTURE_FAILED);
  }
}
