package io.daybook.command.payment;

import io.daybook.command.dispatch.Receipt;
import io.daybook.command.payment.PaymentFacts.Asked;
import io.daybook.command.rest.Problems;
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
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentRejection;
import io.daybook.payment.PaymentStatus;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;

/// What a caller waits for, and what of a payment's history is the answer to it: the problem of
/// another request is none of this one.
///
/// @param id that the request is known by: a refund's own, or else the payment's
record PaymentWish(PaymentCommand command, Receipt receipt, String id) {

  /// A refund makes up its own id, and belongs to the payment of the path.
  PaymentId payment() {
    return command instanceof RefundPayment refund ? refund.paymentId() : new PaymentId(id);
  }

  boolean isDone(PaymentFacts known) {
    return switch (command) {
      case InitiatePayPal _ -> known.status() != PaymentStatus.REQUESTED;
      case RefundPayment _ -> !known.isOpen(new RefundId(id));
      case ResolvePayment _ -> known.isSettled() && known.state().open.isEmpty();
      case AuthorizePayment _,
          RequestPayment _,
          CapturePayment _,
          VoidPayment _,
          RetryPayment _,
          RecordGatewayAnswer _ ->
          known.isSettled();
    };
  }

  Optional<ProblemDetail> problem(PaymentFacts known) {
    Asked asked = asked(known);
    return asked == null ? Optional.empty() : known.problem(asked).map(why -> problem(asked, why));
  }

  /// A resolution that changed nothing found everything known.
  private @Nullable Asked asked(PaymentFacts known) {
    return switch (command) {
      case AuthorizePayment _, RequestPayment _, InitiatePayPal _, RetryPayment _ ->
          known.beginning();
      case CapturePayment _ -> new Asked(PaymentOperation.CAPTURE, null);
      case VoidPayment _ -> new Asked(PaymentOperation.VOID, null);
      case RefundPayment _ -> PaymentFacts.refund(new RefundId(id));
      case ResolvePayment _, RecordGatewayAnswer _ -> receipt.changed() ? known.latest() : null;
    };
  }

  private ProblemDetail problem(Asked asked, String why) {
    PaymentRejection code = code(asked, why);
    ProblemDetail problem = Problems.of(code, code.rule());
    problem.setProperty("paymentId", payment().value());
    problem.setProperty("reason", why);
    return problem;
  }

  private PaymentRejection code(Asked asked, String why) {
    if (command instanceof InitiatePayPal) {
      return PaymentRejection.PAYPAL_SERVICE_ERROR;
    }
    if (asked.operation() == PaymentOperation.REFUND) {
      return PaymentRejection.REFUND_FAILED;
    }
    return why.equals(PaymentRejection.GATEWAY_ERROR.name())
        ? PaymentRejection.GATEWAY_ERROR
        : PaymentRejection.CARD_DECLINED;
  }
}
