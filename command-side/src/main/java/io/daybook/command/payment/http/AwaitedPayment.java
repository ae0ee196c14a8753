package io.daybook.command.payment.http;

import io.daybook.command.payment.PaymentModel;
import io.daybook.command.payment.PaymentModel.RequestedOperation;
import io.daybook.http.Problems;
import io.daybook.http.Receipt;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.RefundId;
import io.daybook.payment.PaymentCommand;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.InitiatePayPal;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentCommand.RequestPayment;
import io.daybook.payment.PaymentCommand.ResolvePayment;
import io.daybook.payment.PaymentCommand.RetryPayment;
import io.daybook.payment.PaymentCommand.ReturnUnwantedPayment;
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentRejection;
import io.daybook.payment.PaymentStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/// A command to a payment whose caller waits for the outcome: when it is there, and what the problem is
/// if there is one. The problem of another request is none of this one.
///
/// @param id of the refund, if the command is one, or else of the payment
record AwaitedPayment(PaymentCommand command, Receipt receipt, String id) {

  /// The id that a refund's route generates is the refund's, not the payment's.
  PaymentId payment() {
    return command instanceof RefundPayment refund ? refund.paymentId() : new PaymentId(id);
  }

  boolean isDone(PaymentModel known) {
    return switch (command) {
      case InitiatePayPal _ -> known.status() != PaymentStatus.REQUESTED;
      case RefundPayment _ -> !known.isOpen(new RefundId(id));
      case ResolvePayment _ -> known.isSettled() && known.isAnswered();
      case AuthorizePayment _,
          RequestPayment _,
          CapturePayment _,
          VoidPayment _,
          RetryPayment _,
          RecordGatewayAnswer _,
          ReturnUnwantedPayment _ ->
          known.isSettled();
    };
  }

  Optional<ProblemDetail> problem(PaymentModel known) {
    RequestedOperation requested = operation(known);
    return requested == null
        ? Optional.empty()
        : known.problem(requested).map(why -> problem(requested, why));
  }

  /// A resolution that changed nothing has no problem to tell: everything was known.
  private @Nullable RequestedOperation operation(PaymentModel known) {
    return switch (command) {
      case AuthorizePayment _, RequestPayment _, InitiatePayPal _, RetryPayment _ ->
          known.beginning();
      case CapturePayment _ -> new RequestedOperation(PaymentOperation.CAPTURE, null);
      case VoidPayment _ -> new RequestedOperation(PaymentOperation.VOID, null);
      case RefundPayment _ -> PaymentModel.refund(new RefundId(id));
      case ResolvePayment _, RecordGatewayAnswer _, ReturnUnwantedPayment _ ->
          receipt.changed() ? known.latest() : null;
    };
  }

  private ProblemDetail problem(RequestedOperation requested, String why) {
    PaymentRejection code = code(requested, why);
    ProblemDetail problem = Problems.of(code, code.rule());
    problem.setProperty("paymentId", payment().value());
    problem.setProperty("reason", why);
    return problem;
  }

  private PaymentRejection code(RequestedOperation requested, String why) {
    if (command instanceof InitiatePayPal) {
      return PaymentRejection.PAYPAL_SERVICE_ERROR;
    }
    if (requested.operation() == PaymentOperation.REFUND) {
      return PaymentRejection.REFUND_FAILED;
    }
    return why.equals(PaymentRejection.GATEWAY_ERROR.name())
        ? PaymentRejection.GATEWAY_ERROR
        : PaymentRejection.CARD_DECLINED;
  }
}
