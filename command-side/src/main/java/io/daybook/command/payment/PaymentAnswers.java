package io.daybook.command.payment;

import io.daybook.command.dispatch.Outcomes;
import io.daybook.command.dispatch.Outcomes.Outcome;
import io.daybook.command.dispatch.Receipt;
import io.daybook.command.rest.CommandCall;
import io.daybook.command.rest.CommandGate;
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
    return call.dryRun() ? gate.dryRun(call) : answer(call, call.patience());
  }

  ResponseEntity<Object> redirected(CommandCall call, Duration wait) {
    return call.dryRun() ? gate.dryRun(call) : answer(call, wait);
  }

  private ResponseEntity<Object> answer(CommandCall call, Duration wait) {
    Receipt receipt = gate.send(call);
    PaymentWish wish =
        new PaymentWish((PaymentCommand) call.command(), receipt, gate.idOf(call, receipt));
    Outcome<PaymentFacts> outcome =
        outcomes
            .await(
                PaymentFacts.FOLD,
                call.caller().tenant().stream(wish.payment()),
                wish::isDone,
                wait)
            .orElseThrow();
    PaymentFacts known = outcome.facts();
    String position = Long.toString(Math.max(receipt.position(), outcome.position()));
    boolean done = wish.isDone(known);
    Optional<ProblemDetail> problem = done ? wish.problem(known) : Optional.empty();
    if (problem.isPresent()) {
      return ResponseEntity.status(problem.get().getStatus())
          .header(CommandGate.POSITION, position)
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(problem.get());
    }
    return ResponseEntity.status(done ? (call.created() ? 201 : 200) : 202)
        .header(CommandGate.POSITION, position)
        .body(body(wish.payment(), known));
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
}
