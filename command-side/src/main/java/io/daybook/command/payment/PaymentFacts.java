package io.daybook.command.payment;

import io.daybook.command.facts.Fold;
import io.daybook.kernel.Event;
import io.daybook.kernel.id.RefundId;
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
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentStatus;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a payment stands, for those who wait for its outcome: what the payment itself remembers,
/// and what became of the last request of each kind.
///
/// @param problems why the last request of a kind was declined or failed
/// @param latest what was asked for or answered last
record PaymentFacts(
    PaymentState state,
    @Nullable String redirectUrl,
    @Nullable String returnUrl,
    @Nullable String cancelUrl,
    Map<Asked, String> problems,
    @Nullable Asked latest) {
  static final Fold<PaymentFacts> FOLD = new Fold<>(PaymentFacts.class, PaymentFacts::step);

  /// What a gateway was asked for.
  record Asked(PaymentOperation operation, @Nullable RefundId refundId) {}

  PaymentStatus status() {
    return state.status;
  }

  /// Whether it is known where the payment stands. Refunds have their own outcome.
  boolean isSettled() {
    return state.status != PaymentStatus.UNKNOWN
        && state.open.values().stream().allMatch(PaymentFacts::isRefund);
  }

  boolean isOpen(RefundId refund) {
    return state.open.values().stream().anyMatch(asked -> refund.equals(asked.refundId()));
  }

  /// What began the payment: to authorise, to charge, or to redirect.
  Asked beginning() {
    return new Asked(state.first.operation(), null);
  }

  Optional<String> problem(Asked asked) {
    return Optional.ofNullable(problems.get(asked));
  }

  private static PaymentFacts step(@Nullable PaymentFacts before, Event event) {
    PaymentEvent next = (PaymentEvent) event;
    PaymentFacts known = before == null ? first(next) : before;
    PaymentState state = new PaymentState(known.state);
    state.on(next);
    return known.in(state).after(next);
  }

  private static PaymentFacts first(PaymentEvent event) {
    if (event instanceof PaymentRequested asked) {
      return new PaymentFacts(new PaymentState(asked), null, null, null, Map.of(), null);
    }
    throw new IllegalStateException("A payment does not begin with " + event);
  }

  private PaymentFacts after(PaymentEvent event) {
    return switch (event) { // no default: a new event must be decided here
      case PaymentRequested asked ->
          new PaymentFacts(state, null, asked.returnUrl(), asked.cancelUrl(), problems, null)
              .with(beginning(), null);
      case PaymentRedirected redirected -> to(redirected.redirectUrl()).with(beginning(), null);
      case PaymentAuthorized _, PaymentCompleted _ -> with(beginning(), null);
      case PaymentDeclined declined -> with(beginning(), declined.reason());
      case PaymentOutcomeUnknown unknown -> unknown(unknown);
      case PaymentResolutionRequested _ -> this;
      case PaymentCaptureRequested _, PaymentCaptured _ -> with(PaymentOperation.CAPTURE, null);
      case PaymentVoidRequested _, PaymentVoided _ -> with(PaymentOperation.VOID, null);
      case PaymentRefundRequested asked -> with(refund(asked.refundId()), null);
      case PaymentRefunded refunded -> with(refund(refunded.refundId()), null);
      case PaymentRefundFailed failed -> with(refund(failed.refundId()), failed.reason());
      case PaymentFailed failed -> with(failed.operation(), failed.reason());
    };
  }

  /// A refund that nobody knows of is still open, and no other request waits for it.
  private PaymentFacts unknown(PaymentOutcomeUnknown unknown) {
    return unknown.operation() == PaymentOperation.REFUND
        ? this
        : with(unknown.operation(), unknown.reason());
  }

  private PaymentFacts with(PaymentOperation operation, @Nullable String why) {
    return with(new Asked(operation, null), why);
  }

  private PaymentFacts with(Asked asked, @Nullable String why) {
    Map<Asked, String> now = new HashMap<>(problems);
    if (why == null) {
      now.remove(asked);
    } else {
      now.put(asked, why);
    }
    return new PaymentFacts(state, redirectUrl, returnUrl, cancelUrl, Map.copyOf(now), asked);
  }

  private PaymentFacts in(PaymentState next) {
    return new PaymentFacts(next, redirectUrl, returnUrl, cancelUrl, problems, latest);
  }

  private PaymentFacts to(String url) {
    return new PaymentFacts(state, url, returnUrl, cancelUrl, problems, latest);
  }

  private static boolean isRefund(PaymentState.Open asked) {
    return asked.operation() == PaymentOperation.REFUND;
  }

  static Asked refund(RefundId refund) {
    return new Asked(PaymentOperation.REFUND, refund);
  }
}
