package io.daybook.command.cart.http;

import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.command.cart.CartItem;
import io.daybook.command.cart.CartModel;
import io.daybook.command.model.DecisionModels;
import io.daybook.http.CommandAnswer;
import io.daybook.http.CommandCall;
import io.daybook.http.CommandGate;
import io.daybook.http.Receipt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers an addition with the line that has the product now: its id, which is an earlier one where the
/// product was in the cart already, and how many pieces are in it.
@Component
class LineAnswer implements CommandAnswer {
  private final CommandGate gate;
  private final DecisionModels models;

  LineAnswer(CommandGate gate, DecisionModels models) {
    this.gate = gate;
    this.models = models;
  }

  @Override
  public ResponseEntity<Object> answer(CommandCall call) {
    Receipt receipt = gate.send(call);
    AddItemToCart command = (AddItemToCart) call.command();
    Optional<CartItem> line =
        models
            .find(CartModel.DEFINITION, call.stream())
            .flatMap(cart -> cart.lineOf(command.productId(), command.variantId()));
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("id", line.map(it -> it.cartItemId().value()).orElse(gate.idOf(call, receipt)));
    line.ifPresent(it -> body.put("quantity", it.quantity()));
    return ResponseEntity.status(receipt.changed() ? 201 : 200)
        .header(CommandGate.POSITION, Long.toString(receipt.position()))
        .body(body);
  }
}
