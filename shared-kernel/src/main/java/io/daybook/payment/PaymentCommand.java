package io.daybook.payment;

import io.daybook.kernel.Answered;
import io.daybook.kernel.AtMost;
import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import io.daybook.kernel.Money;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.Settlement;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.RefundId;
import org.jspecify.annotations.Nullable;

/// What can be asked of a payment. The payment writes down what it will ask of the gateway; a
/// process asks, and records the answer with [RecordGatewayAnswer].
public sealed interface PaymentCommand extends Command {
  PaymentId paymentId();

  @Override
  default Id target() {
    return paymentId();
  }

  @Override
  default RejectionCode missing() {
    return PaymentRejection.PAYMENT_NOT_FOUND;
  }

  /// Asks for an authorisation of an order's amount. The answer is how far the payment is.
  record AuthorizePayment(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      @Nullable CustomerId customerId,
      String paymentMethodId,
      Money amount)
      implements PaymentCommand, Answered<PaymentStatus> {}

  /// Asks for the money at once, authorisation and capture in one.
  record RequestPayment(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      @Nullable CustomerId customerId,
      String paymentMethodId,
      Money amount)
      implements PaymentCommand {}

  /// Starts the redirect flow, of the order's payment where an order is named.
  record InitiatePayPal(
      PaymentId paymentId,
      @Nullable OrderId orderId,
      Money amount,
      @AtMost(2_000) String returnUrl,
      @AtMost(2_000) String cancelUrl)
      implements PaymentCommand {}

  /// Takes money that is held, at once or in parts. An amount that was captured already changes nothing.
  ///
  /// @param amount all that is still held where it is absent
  record CapturePayment(PaymentId paymentId, @Nullable Money amount)
      implements PaymentCommand, Settlement {}

  record VoidPayment(PaymentId paymentId, String reason) implements PaymentCommand {}

  /// Gives back what no order wants: voids what is held, refunds what was captured, and what is still on
  /// its way as soon as it has come. Changes nothing while the payment's order stands or is being placed.
  record ReturnUnwantedPayment(PaymentId paymentId, String reason) implements PaymentCommand {}

  /// @param amount without which all that is left is given back
  record RefundPayment(
      PaymentId paymentId, RefundId refundId, @Nullable Money amount, String reason)
      implements PaymentCommand, Settlement {
    @Override
    public RejectionCode missing() {
      return PaymentRejection.ORIGINAL_PAYMENT_NOT_FOUND;
    }
  }

  /// Tries a softly declined payment again.
  record RetryPayment(PaymentId paymentId) implements PaymentCommand {}

  /// Asks the gateway for the outcome that is not known, or takes staff's word for it.
  ///
  /// @param approved what staff know to have happened; the gateway is asked where it is absent
  record ResolvePayment(PaymentId paymentId, @Nullable Boolean approved, @Nullable String reference)
      implements PaymentCommand {}

  /// What the gateway answered to the request with that key. Recording it twice records it once.
  record RecordGatewayAnswer(PaymentId paymentId, String idempotencyKey, GatewayAnswer answer)
      implements PaymentCommand {}
}
