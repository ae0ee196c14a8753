package io.daybook.command.payment;

import static io.daybook.payment.PaymentRejection.CARD_DECLINED;
import static io.daybook.payment.PaymentRejection.GATEWAY_ERROR;
import static io.daybook.payment.PaymentRejection.PAYPAL_SERVICE_ERROR;
import static io.daybook.payment.PaymentRejection.REFUND_FAILED;

import io.daybook.command.dispatch.Outcomes;
import io.daybook.command.dispatch.Receipt;
import io.daybook.command.rest.CommandCall;
import io.daybook.command.rest.CommandGate;
import io.daybook.command.rest.Problems;
import io.daybook.payment.PaymentCommand.InitiatePayPal;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentId;
import io.daybook.payment.PaymentRejection;
import io.daybook.payment.PaymentStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Sends a payment's command and says what the gateway made of it, as far as it is known in time.
@Component
class PaymentAnswers {
  private final CommandGate gate;
  private final Outcomes outcomes;

  PaymentAnswers(CommandGate gate, Outcomes outcomes) {
    this.gate = gate;
    this.outcomes = outcomes;
  }

  ResponseEntity<Object> settled(CommandCall call) {
    return call.dryRun()
        ? gate.dryRun(call)
        : answer(call, call.patience(), PaymentAnswers::isSettled);
  }

  ResponseEntity<Object> redirected(CommandCall call, Duration wait) {
    return call.dryRun()
        ? gate.dryRun(call)
        : answer(call, wait, known -> known.status() != PaymentStatus.REQUESTED);
  }

  static boolean isSettled(PaymentFacts known) {
    return known.openRequests() == 0 && known.status() != PaymentStatus.UNKNOWN;
  }

  private ResponseEntity<Object> answer(
      CommandCall call, Duration wait, Predicate<PaymentFacts> wish) {
    Receipt receipt = gate.send(call);
    PaymentId payment = paymentOf(call, receipt);
    PaymentFacts known =
        outcomes
            .await(PaymentFacts.FOLD, call.caller().tenant().stream(payment), wish, wait)
            .orElseThrow();
    boolean done = wish.test(known);
    if (done && known.problem() != null) {
      ProblemDetail problem = problem(call, payment, known.problem());
      return ResponseEntity.status(problem.getStatus())
          .header(CommandGate.POSITION, Long.toString(receipt.position()))
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem);
    }
    return ResponseEntity.status(done ? (call.created() ? 201 : 200) : 202)
        .header(CommandGate.POSITION, Long.toString(receipt.position()))
        .body(body(payment, known));
  }

  /// A refund makes up its own id, and belongs to the payment of the path.
  private PaymentId paymentOf(CommandCall call, Receipt receipt) {
    return call.command() instanceof RefundPayment refund
        ? refund.paymentId()
        : new PaymentId(gate.idOf(call, receipt));
  }

  private static Map<String, Object> body(PaymentId payment, PaymentFacts known) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", payment.value());
    body.put("status", known.status());
    if (known.redirectUrl() != null) {
      body.put("redirectUrl", known.redirectUrl());
    }
    return body;
  }

  private static ProblemDetail problem(CommandCall call, PaymentId payment, String why) {
    ProblemDetail problem = Problems.of(code(call, why), code(call, why).rule());
    problem.setProperty("paymentId", payment.value());
    problem.setProperty("reason", why);
    return problem;
  }

  private static PaymentRejection code(CommandCall call, @Nullable String why) {
    if (call.command() instanceof InitiatePayPal) {
      return PAYPAL_SERVICE_ERROR;
    }
    if (call.command() instanceof RefundPayment) {
      return REFUND_FAILED;
    }
    return "GATEWAY_ERROR".equals(why) ? GATEWAY_ERROR : CARD_DECLINED;
  }
}
