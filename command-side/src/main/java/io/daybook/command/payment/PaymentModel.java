package io.daybook.command.payment;

import io.daybook.command.model.ModelDefinition;
import io.daybook.command.payment.PaymentState.OpenRequest;
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

/// Where a payment stands, for those who wait for its outcome: its history, and what became of the last
/// request for each operation.
///
/// @param problems why the last request for an operation was declined or failed
/// @param latest the operation that was requested or answered last
public record PaymentModel(
    PaymentHistory payment,
    @Nullable String redirectUrl,
    @Nullable String returnUrl,
    @Nullable String cancelUrl,
    Map<RequestedOperation, String> problems,
    @Nullable RequestedOperation latest) {
  public static final ModelDefinition<PaymentModel> DEFINITION =
      new ModelDefinition<>(PaymentModel.class, PaymentModel::step);

  /// An operation of the gateway: each refund is one of its own.
  public record RequestedOperation(PaymentOperation operation, @Nullable RefundId refundId) {}

  public PaymentStatus status() {
    return payment.status();
  }

  /// Whether it is known where the payment stands. Refunds have their own outcome.
  public boolean isSettled() {
    return status() != PaymentStatus.UNKNOWN
        && payment.open().values().stream().allMatch(PaymentModel::isRefund);
  }

  public boolean isOpen(RefundId refund) {
    return payment.open().values().stream().anyMatch(request -> refund.equals(request.refundId()));
  }

  /// Whether every request has its answer.
  public boolean isAnswered() {
    return payment.open().isEmpty();
  }

  /// What began the payment: to authorise, to charge, or to redirect.
  public RequestedOperation beginning() {
    return new RequestedOperation(payment.first().operation(), null);
  }

  public Optional<String> problem(RequestedOperation request) {
    return Optional.ofNullable(problems.get(request));
  }

  private static PaymentModel step(@Nullable PaymentModel before, Event event) {
    PaymentEvent next = (PaymentEvent) event;
    return before == null
        ? first(next).after(next)
        : before.in(before.payment.after(next)).after(next);
  }

  private static PaymentModel first(PaymentEvent event) {
    if (event instanceof PaymentRequested request) {
      return new PaymentModel(PaymentHistory.of(request), null, null, null, Map.of(), null);
    }
    throw new IllegalStateException("A payment does not begin with " + event);
  }

  private PaymentModel after(PaymentEvent event) {
    return switch (event) { // no default: a new event must be decided here
      case PaymentRequested request ->
          new PaymentModel(payment, null, request.returnUrl(), request.cancelUrl(), problems, null)
              .with(beginning(), null);
      case PaymentRedirected redirected -> to(redirected.redirectUrl()).with(beginning(), null);
      case PaymentAuthorized _, PaymentCompleted _ -> with(beginning(), null);
      case PaymentDeclined declined -> with(beginning(), declined.reason());
      case PaymentOutcomeUnknown unknown -> unknown(unknown);
      case PaymentResolutionRequested _ -> this;
      case PaymentCaptureRequested _, PaymentCaptured _ -> with(PaymentOperation.CAPTURE, null);
      case PaymentVoidRequested _, PaymentVoided _ -> with(PaymentOperation.VOID, null);
      case PaymentRefundRequested request -> with(refund(request.refundId()), null);
      case PaymentRefunded refunded -> with(refund(refunded.refundId()), null);
      case PaymentRefundFailed failed -> with(refund(failed.refundId()), failed.reason());
      case PaymentFailed failed -> with(failed.operation(), failed.reason());
    };
  }

  /// An unknown refund stays open, and is no problem of another request.
  private PaymentModel unknown(PaymentOutcomeUnknown unknown) {
    return unknown.operation() == PaymentOperation.REFUND
        ? this
        : with(unknown.operation(), unknown.reason());
  }

  private PaymentModel with(PaymentOperation operation, @Nullable String why) {
    return with(new RequestedOperation(operation, null), why);
  }

  private PaymentModel with(RequestedOperation request, @Nullable String why) {
    Map<RequestedOperation, String> now = new HashMap<>(problems);
    if (why == null) {
      now.remove(request);
    } else {
      now.put(request, why);
    }
    return new PaymentModel(payment, redirectUrl, returnUrl, cancelUrl, Map.copyOf(now), request);
  }

  private PaymentModel in(PaymentHistory next) {
    return new PaymentModel(next, redirectUrl, returnUrl, cancelUrl, problems, latest);
  }

  private PaymentModel to(String url) {
    return new PaymentModel(payment, url, returnUrl, cancelUrl, problems, latest);
  }

  private static boolean isRefund(OpenRequest request) {
    return request.operation() == PaymentOperation.REFUND;
  }

  public static RequestedOperation refund(RefundId refund) {
    return new RequestedOperation(PaymentOperation.REFUND, refund);
  }
}
