package io.daybook.command.payment;

import io.daybook.command.facts.Fold;
import io.daybook.kernel.Event;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentRedirected;
import io.daybook.payment.PaymentEvent.PaymentRefundFailed;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentEvent.PaymentRefunded;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentResolutionRequested;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentStatus;
import org.jspecify.annotations.Nullable;

/// Where a payment stands, for those who wait for its outcome.
///
/// @param openRequests how many requests to the gateway have not been answered
/// @param problem why the last request was declined or failed
public record PaymentFacts(
    PaymentStatus status,
    @Nullable String redirectUrl,
    @Nullable String returnUrl,
    @Nullable String cancelUrl,
    int openRequests,
    @Nullable String problem) {
  public static final Fold<PaymentFacts> FOLD = new Fold<>(PaymentFacts.class, PaymentFacts::step);

  private static PaymentFacts step(@Nullable PaymentFacts before, Event event) {
    PaymentEvent next = (PaymentEvent) event;
    if (before == null && !(next instanceof PaymentRequested)) {
      throw new IllegalStateException("A payment does not begin with " + event);
    }
    PaymentFacts known =
        before == null
            ? new PaymentFacts(PaymentStatus.REQUESTED, null, null, null, 0, null)
            : before;
    return known.after(next);
  }

  private PaymentFacts after(PaymentEvent event) {
    return switch (event) { // no default: a new event must be decided here
      case PaymentRequested asked ->
          new PaymentFacts(
              PaymentStatus.REQUESTED, null, asked.returnUrl(), asked.cancelUrl(), 1, null);
      case PaymentRedirected redirected ->
          new PaymentFacts(
              PaymentStatus.REDIRECTED, redirected.redirectUrl(), returnUrl, cancelUrl, 1, null);
      case PaymentAuthorized _ -> in(PaymentStatus.AUTHORIZED, 0, null);
      case PaymentDeclined declined -> in(PaymentStatus.DECLINED, 0, declined.reason());
      case PaymentOutcomeUnknown unknown ->
          in(PaymentStatus.UNKNOWN, openRequests, unknown.reason());
      case PaymentResolutionRequested _ -> this;
      case PaymentVoidRequested asked -> asked.authorizationId() == null ? this : asked();
      case PaymentCaptureRequested _, PaymentRefundRequested _ -> asked();
      case PaymentCaptured _, PaymentCompleted _ -> in(PaymentStatus.CAPTURED, 0, null);
      case PaymentVoided _ -> in(PaymentStatus.VOIDED, 0, null);
      case PaymentRefunded _ -> in(status, openRequests - 1, null);
      case PaymentRefundFailed failed -> in(status, openRequests - 1, failed.reason());
      case PaymentFailed failed -> in(PaymentStatus.FAILED, 0, failed.reason());
    };
  }

  private PaymentFacts asked() {
    return in(status, openRequests + 1, null);
  }

  private PaymentFacts in(PaymentStatus next, int open, @Nullable String why) {
    return new PaymentFacts(next, redirectUrl, returnUrl, cancelUrl, open, why);
  }
}
