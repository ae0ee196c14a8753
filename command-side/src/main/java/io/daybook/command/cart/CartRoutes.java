package io.daybook.command.cart;

import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.cart.CartCommand.RemoveItemFromCart;
import io.daybook.cart.CartCommand.RestoreCartItem;
import io.daybook.cart.CartCommand.UpdateCartItemQuantity;
import io.daybook.command.rest.CommandCall;
import io.daybook.command.rest.CommandGate;
import io.daybook.command.rest.Takes;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be asked of carts over HTTP.
@RestController
@RequestMapping("/api/v1/carts")
class CartRoutes {
  private final CommandGate gate;

  CartRoutes(CommandGate gate) {
    this.gate = gate;
  }

  @PostMapping("/{cartId}/items")
  @Takes(
      value = AddItemToCart.class,
      generates = "cartItemId",
      summary = "Put a product into a cart")
  ResponseEntity<Object> addItem(CommandCall call) {
    return gate.answer(call);
  }

  @PatchMapping("/{cartId}/items/{cartItemId}")
  @Takes(value = UpdateCartItemQuantity.class, summary = "Change a line's quantity")
  ResponseEntity<Object> updateQuantity(CommandCall call) {
    return gate.answer(call);
  }

  @DeleteMapping("/{cartId}/items/{cartItemId}")
  @Takes(value = RemoveItemFromCart.class, summary = "Take a line out of a cart")
  ResponseEntity<Object> removeItem(CommandCall call) {
    return gate.answer(call);
  }

  @PostMapping("/{cartId}/items/{cartItemId}/restore")
  @Takes(value = RestoreCartItem.class, summary = "Take a removal back")
  ResponseEntity<Object> restoreItem(CommandCall call) {
    return gate.answer(call);
  }

  @DeleteMapping("/{cartId}/items")
  @Takes(value = ClearCart.class, summary = "Empty a cart")
  ResponseEntity<Object> clear(CommandCall call) {
    return gate.answer(call);
  }
}
