package io.daybook.command.payment;

import io.daybook.command.rest.CommandCall;
import io.daybook.command.rest.Takes;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.InitiatePayPal;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentCommand.RequestPayment;
import io.daybook.payment.PaymentCommand.ResolvePayment;
import io.daybook.payment.PaymentCommand.RetryPayment;
import io.daybook.payment.PaymentCommand.VoidPayment;
import java.time.Duration;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be asked of payments over HTTP. A gateway answers in its own time: a caller that
/// prefers to wait gets the outcome, another one `202`.
@RestController
@RequestMapping("/api/v1/payments")
class PaymentRoutes {
  /// Without the URL the caller can do nothing, so it is waited for even unasked.
  private static final Duration REDIRECT_WAIT = Duration.ofSeconds(10);

  private final PaymentAnswers answers;

  PaymentRoutes(PaymentAnswers answers) {
    this.answers = answers;
  }

  @PostMapping
  @Takes(value = RequestPayment.class, generates = "paymentId", summary = "Take a payment at once")
  ResponseEntity<Object> request(CommandCall call) {
    return answers.settled(call);
  }

  @PostMapping("/authorizations")
  @Takes(
      value = AuthorizePayment.class,
      generates = "paymentId",
      summary = "Authorise a payment, to be captured later")
  ResponseEntity<Object> authorize(CommandCall call) {
    return answers.settled(call);
  }

  @PostMapping("/{paymentId}/capture")
  @Takes(value = CapturePayment.class, summary = "Capture an authorised payment")
  ResponseEntity<Object> capture(CommandCall call) {
    return answers.settled(call);
  }

  @PostMapping("/{paymentId}/void")
  @Takes(value = VoidPayment.class, summary = "Give up an authorisation")
  ResponseEntity<Object> cancel(CommandCall call) {
    return answers.settled(call);
  }

  @PostMapping("/{paymentId}/refund")
  @Takes(value = RefundPayment.class, generates = "refundId", summary = "Refund a payment")
  ResponseEntity<Object> refund(CommandCall call) {
    return answers.settled(call);
  }

  @PostMapping("/{paymentId}/retry")
  @Takes(value = RetryPayment.class, summary = "Try a softly declined payment again")
  ResponseEntity<Object> retry(CommandCall call) {
    return answers.settled(call);
  }

  @PostMapping("/{paymentId}/resolve")
  @Takes(value = ResolvePayment.class, summary = "Find out what became of a payment")
  ResponseEntity<Object> resolve(CommandCall call) {
    return answers.settled(call);
  }

  @PostMapping("/paypal")
  @Takes(
      value = InitiatePayPal.class,
      generates = "paymentId",
      derivedFrom = "orderId",
      summary = "Start the PayPal flow and get the URL to send the customer to")
  ResponseEntity<Object> payPal(CommandCall call) {
    return answers.redirected(call, REDIRECT_WAIT);
  }
}
