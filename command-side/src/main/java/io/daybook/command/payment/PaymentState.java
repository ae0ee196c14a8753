package io.daybook.command.payment;

import io.daybook.kernel.Money;
import io.daybook.kernel.id.RefundId;
import io.daybook.payment.DeclineKind;
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
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a payment remembers: where it stands, and which requests to the gateway have no answer yet.
final class PaymentState {
  /// A request to the gateway that has no answer yet.
  record Open(PaymentOperation operation, Money amount, @Nullable RefundId refundId) {}

  final PaymentRequested first;
  final Map<String, Open> open = new LinkedHashMap<>();
  final Map<RefundId, Money> refunds = new HashMap<>();
  final Set<String> unknown = new HashSet<>();
  PaymentStatus status = PaymentStatus.REQUESTED;
  int attempt = 1;
  @Nullable String authorizationId;
  @Nullable Instant authorizationExpiresAt;
  @Nullable String captureId;
  @Nullable Money captured;
  @Nullable DeclineKind declined;
  @Nullable String voidReason;

  PaymentState(PaymentRequested first) {
    this.first = first;
  }

  /// A copy: what goes on from it is not seen by those who have the other.
  PaymentState(PaymentState other) {
    this(other.first);
    open.putAll(other.open);
    refunds.putAll(other.refunds);
    unknown.addAll(other.unknown);
    status = other.status;
    attempt = other.attempt;
    authorizationId = other.authorizationId;
    authorizationExpiresAt = other.authorizationExpiresAt;
    captureId = other.captureId;
    captured = other.captured;
    declined = other.declined;
    voidReason = other.voidReason;
  }

  /// What was or will be given back. A refund counts from the moment it is asked for (rule 14).
  Money refunded() {
    return refunds.values().stream().reduce(Money.zero(first.amount().currency()), Money::plus);
  }

  boolean isOpen(PaymentOperation operation) {
    return open.values().stream().anyMatch(request -> request.operation() == operation);
  }

  void on(PaymentEvent event) {
    switch (event) { // no default: a new event must be decided here
      case PaymentRequested requested -> requested(requested);
      case PaymentRedirected _ -> status = PaymentStatus.REDIRECTED;
      case PaymentAuthorized authorized -> authorized(authorized);
      case PaymentDeclined payment -> ended(payment.kind(), PaymentStatus.DECLINED);
      case PaymentOutcomeUnknown outcome -> unknown(outcome);
      case PaymentResolutionRequested _ -> {}
      case PaymentCaptureRequested asked ->
          open.put(
              asked.idempotencyKey(), new Open(PaymentOperation.CAPTURE, asked.amount(), null));
      case PaymentCaptured payment -> captured(payment.captureId(), payment.amount());
      case PaymentVoidRequested asked -> voidRequested(asked);
      case PaymentVoided _ -> {
        open.clear();
        status = PaymentStatus.VOIDED;
      }
      case PaymentRefundRequested asked -> {
        refunds.put(asked.refundId(), asked.amount());
        open.put(
            asked.idempotencyKey(),
            new Open(PaymentOperation.REFUND, asked.amount(), asked.refundId()));
      }
      case PaymentRefunded refunded -> refunded(refunded);
      case PaymentRefundFailed failed -> {
        close(failed.refundId());
        refunds.remove(failed.refundId());
      }
      case PaymentCompleted payment -> captured(payment.reference(), payment.amount());
      case PaymentFailed failed -> failed(failed);
    }
  }

  private void requested(PaymentRequested requested) {
    status = PaymentStatus.REQUESTED;
    attempt = requested.attempt();
    declined = null;
    voidReason = null;
    open.clear();
    open.put(requested.idempotencyKey(), new Open(requested.operation(), requested.amount(), null));
  }

  private void authorized(PaymentAuthorized authorized) {
    open.clear();
    status = PaymentStatus.AUTHORIZED;
    authorizationId = authorized.authorizationId();
    authorizationExpiresAt = authorized.expiresAt();
  }

  private void ended(DeclineKind kind, PaymentStatus ending) {
    open.clear();
    declined = kind;
    status = ending;
  }

  private void unknown(PaymentOutcomeUnknown outcome) {
    unknown.add(outcome.idempotencyKey());
    if (outcome.operation() != PaymentOperation.REFUND) {
      status = PaymentStatus.UNKNOWN;
    }
  }

  private void captured(String reference, Money amount) {
    open.clear();
    status = PaymentStatus.CAPTURED;
    captureId = reference;
    captured = amount;
  }

  private void voidRequested(PaymentVoidRequested asked) {
    voidReason = asked.reason();
    if (asked.authorizationId() != null) {
      open.put(asked.idempotencyKey(), new Open(PaymentOperation.VOID, first.amount(), null));
    }
  }

  private void refunded(PaymentRefunded refunded) {
    close(refunded.refundId());
    if (captured != null
        && refunded().compareTo(captured) >= 0
        && !isOpen(PaymentOperation.REFUND)) {
      status = PaymentStatus.REFUNDED;
    }
  }

  private void failed(PaymentFailed failed) {
    switch (failed.operation()) {
      case CAPTURE, VOID -> {
        open.values().removeIf(request -> request.operation() == failed.operation());
        status = PaymentStatus.AUTHORIZED;
      }
      case AUTHORIZE, CHARGE, REDIRECT, REFUND -> ended(failed.kind(), PaymentStatus.FAILED);
    }
  }

  private void close(RefundId refund) {
    open.values().removeIf(request -> refund.equals(request.refundId()));
  }
}
