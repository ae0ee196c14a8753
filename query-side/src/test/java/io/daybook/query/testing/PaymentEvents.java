package io.daybook.query.testing;

import static io.daybook.query.testing.Known.at;
import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.euros;
import static io.daybook.query.testing.Known.order;

import io.daybook.kernel.id.PaymentId;
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

/// What happens to the payment of 40.00 for the order with the same number.
public final class PaymentEvents {
  private static final String METHOD = "sandbox:approve";

  private PaymentEvents() {}

  private static PaymentId id(int order) {
    return PaymentId.of(order(order));
  }

  public static PaymentEvent requested(int order, PaymentOperation operation, int attempt) {
    return new PaymentRequested(
        id(order),
        order(order),
        customer(order),
        operation,
        METHOD,
        euros(4000),
        attempt,
        "key-" + attempt,
        null,
        null,
        at(order));
  }

  public static PaymentEvent redirected(int order) {
    return new PaymentRedirected(
        id(order), order(order), "https://pay.example/1", "ref-1", at(order));
  }

  public static PaymentEvent authorized(int order) {
    return new PaymentAuthorized(
        id(order), order(order), euros(4000), "auth-1", METHOD, at(order), at(10_000));
  }

  public static PaymentEvent declined(int order) {
    return new PaymentDeclined(
        id(order), order(order), euros(4000), DeclineKind.SOFT, "insufficient funds", at(order));
  }

  public static PaymentEvent unknown(int order, PaymentOperation operation) {
    return new PaymentOutcomeUnknown(
        id(order), order(order), operation, "key-1", "no answer", at(order));
  }

  public static PaymentEvent resolution(int order) {
    return new PaymentResolutionRequested(
        id(order), order(order), PaymentOperation.AUTHORIZE, METHOD, "key-1", at(order));
  }

  public static PaymentEvent captureRequested(int order) {
    return new PaymentCaptureRequested(
        id(order), order(order), euros(4000), "auth-1", METHOD, "key-2", at(order + 1));
  }

  public static PaymentEvent captured(int order) {
    return captured(order, 4000);
  }

  public static PaymentEvent captured(int order, long minor) {
    return new PaymentCaptured(id(order), order(order), euros(minor), "cap-1", at(order + 1));
  }

  public static PaymentEvent voidRequested(int order) {
    return new PaymentVoidRequested(
        id(order), order(order), "auth-1", METHOD, "cancelled", "key-3", at(order + 1));
  }

  public static PaymentEvent voided(int order) {
    return new PaymentVoided(id(order), order(order), "cancelled", at(order + 1));
  }

  public static PaymentEvent refundRequested(int order, int refund, long minor) {
    return new PaymentRefundRequested(
        id(order),
        order(order),
        RefundId.of(Known.uuid(refund)),
        euros(minor),
        "cap-1",
        METHOD,
        "returned",
        "key-4",
        at(order + 2));
  }

  public static PaymentEvent refunded(int order, int refund, long minor) {
    return new PaymentRefunded(
        id(order),
        order(order),
        euros(minor),
        RefundId.of(Known.uuid(refund)),
        "gateway-refund",
        at(order + 2));
  }

  public static PaymentEvent refundFailed(int order, int refund, long minor) {
    return new PaymentRefundFailed(
        id(order),
        order(order),
        euros(minor),
        RefundId.of(Known.uuid(refund)),
        "account closed",
        at(order + 2));
  }

  public static PaymentEvent completed(int order) {
    return new PaymentCompleted(
        id(order), order(order), customer(order), euros(4000), "ref-2", at(order + 1));
  }

  public static PaymentEvent failed(int order, PaymentOperation operation) {
    return new PaymentFailed(
        id(order),
        order(order),
        customer(order),
        operation,
        euros(4000),
        DeclineKind.HARD,
        "card expired",
        at(order + 1));
  }
}
