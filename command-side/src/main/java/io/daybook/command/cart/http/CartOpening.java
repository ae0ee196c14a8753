package io.daybook.command.cart.http;

import io.daybook.http.Caller;
import io.daybook.http.CallerResolver;
import io.daybook.http.Roles;
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

/// Tells the id of a cart: a new one for a guest, always the same for a customer. The cart comes to be
/// with its first line.
@RestController
@RequestMapping("/api/v1/carts")
class CartOpening {
  private final CallerResolver callers;
  private final Roles roles;
  private final TenantClock clock;

  CartOpening(CallerResolver callers, Roles roles, TenantClock clock) {
    this.callers = callers;
    this.roles = roles;
    this.clock = clock;
  }

  @PostMapping
  ResponseEntity<Object> open(
      HttpServletRequest request, @RequestParam(required = false) @Nullable String customerId) {
    Caller caller = callers.resolve(request);
    CartId cart =
        customerId == null
            ? CartId.of(Uuid7.at(clock.now(caller.tenant())))
            : own(caller, new CustomerId(customerId));
    return ResponseEntity.ok(Map.of("id", cart.value()));
  }

  private CartId own(Caller caller, CustomerId customer) {
    roles.mayChange(caller, customer);
    return CartId.of(customer);
  }
}
