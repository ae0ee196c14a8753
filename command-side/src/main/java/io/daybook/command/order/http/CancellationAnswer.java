package io.daybook.command.order.http;

import io.daybook.command.dispatch.ModelAwaiter;
import io.daybook.command.order.OrderModel;
import io.daybook.http.CommandAnswer;
import io.daybook.http.CommandCall;
import io.daybook.http.CommandGate;
import io.daybook.http.Receipt;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderStatus;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers once a placement that is cancelled has ended, so that whoever orders again meets neither its
/// hold nor its claim on the cart. That takes its process a moment; where it takes longer, the answer is
/// `202`. An order that stands is cancelled by the command itself.
@Component
class CancellationAnswer implements CommandAnswer {
  private static final Duration MOMENT = Duration.ofSeconds(5);

  private final CommandGate gate;
  private final ModelAwaiter awaiter;

  CancellationAnswer(CommandGate gate, ModelAwaiter awaiter) {
    this.gate = gate;
    this.awaiter = awaiter;
  }

  @Override
  public ResponseEntity<Object> answer(CommandCall call) {
    Receipt receipt = gate.send(call);
    OrderId order = new OrderId(gate.idOf(call, receipt));
    Duration wait = call.patience().compareTo(MOMENT) > 0 ? call.patience() : MOMENT;
    ModelAwaiter.Awaited<OrderModel> awaited =
        awaiter
            .await(
                OrderModel.DEFINITION,
                call.caller().tenant().stream(order),
                known -> known.status() != OrderStatus.PLACING,
                wait)
            .orElseThrow();
    boolean ended = awaited.model().status() != OrderStatus.PLACING;
    return ResponseEntity.status(ended ? 200 : 202)
        .header(
            CommandGate.POSITION, Long.toString(Math.max(receipt.position(), awaited.position())))
        .body(Map.of("id", order.value(), "status", awaited.model().status()));
  }
}
