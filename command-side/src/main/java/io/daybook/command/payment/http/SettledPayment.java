package io.daybook.command.payment.http;

import io.daybook.command.dispatch.ModelAwaiter;
import io.daybook.command.dispatch.ModelAwaiter.Awaited;
import io.daybook.command.payment.PaymentModel;
import io.daybook.http.CommandAnswer;
import io.daybook.http.CommandCall;
import io.daybook.http.CommandGate;
import io.daybook.http.Receipt;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.PaymentCommand;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers with what the gateway made of the command, if that is known while the caller waits, and `202`
/// otherwise.
@Component
class SettledPayment implements CommandAnswer {
  private final CommandGate gate;
  private final ModelAwaiter awaiter;

  SettledPayment(CommandGate gate, ModelAwaiter awaiter) {
    this.gate = gate;
    this.awaiter = awaiter;
  }

  @Override
  public ResponseEntity<Object> answer(CommandCall call) {
    return answer(call, call.patience());
  }

  ResponseEntity<Object> answer(CommandCall call, Duration wait) {
    Receipt receipt = gate.send(call);
    AwaitedPayment payment =
        new AwaitedPayment((PaymentCommand) call.command(), receipt, gate.idOf(call, receipt));
    Awaited<PaymentModel> awaited =
        awaiter
            .await(
                PaymentModel.DEFINITION,
                call.caller().tenant().stream(payment.payment()),
                payment::isDone,
                wait)
            .orElseThrow();
    PaymentModel known = awaited.model();
    String position = Long.toString(Math.max(receipt.position(), awaited.position()));
    boolean done = payment.isDone(known);
    Optional<ProblemDetail> problem = done ? payment.problem(known) : Optional.empty();
    if (problem.isPresent()) {
      return ResponseEntity.status(problem.get().getStatus())
          .header(CommandGate.POSITION, position)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem.get());
    }
    return ResponseEntity.status(done ? (call.created() ? 201 : 200) : 202)
        .header(CommandGate.POSITION, position)
        .body(body(payment.payment(), known));
  }

  private static Map<String, Object> body(PaymentId payment, PaymentModel known) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", payment.value());
    body.put("status", known.status());
    if (known.redirectUrl() != null) {
      body.put("redirectUrl", known.redirectUrl());
    }
    return body;
  }
}
