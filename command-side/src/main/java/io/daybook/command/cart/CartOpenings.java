package io.daybook.command.cart;

import io.daybook.cart.CartCommand.MergeGuestCart;
import io.daybook.command.rest.CallerResolver;
import io.daybook.command.rest.CommandCall;
import io.daybook.command.rest.CommandGate;
import io.daybook.command.rest.Takes;
import io.daybook.kernel.TenantClock;
import io.daybook.kernel.Uuid7;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CustomerId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where a cart begins, and where a guest's ends. A cart comes to be with its first line, so
/// opening one is only learning its id: a new one for a guest, always the same for a customer.
@RestController
@RequestMapping("/api/v1/carts")
class CartOpenings {
  private final CommandGate gate;
  private final CallerResolver callers;
  private final TenantClock clock;

  CartOpenings(CommandGate gate, CallerResolver callers, TenantClock clock) {
    this.gate = gate;
    this.callers = callers;
    this.clock = clock;
  }

  @PostMapping
  ResponseEntity<Object> open(
      HttpServletRequest request, @RequestParam(required = false) @Nullable String customerId) {
    CartId cart =
        customerId == null
            ? CartId.of(Uuid7.at(clock.now(callers.resolve(request).tenant())))
            : CartId.of(new CustomerId(customerId));
    return ResponseEntity.ok(Map.of("id", cart.value()));
  }

  @PostMapping("/{guestCartId}/merge")
  @Takes(value = MergeGuestCart.class, summary = "Merge a guest's cart into the customer's own")
  ResponseEntity<Object> merge(CommandCall call) {
    return gate.answer(call);
  }
}
