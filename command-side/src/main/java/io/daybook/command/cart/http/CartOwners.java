package io.daybook.command.cart.http;

import io.daybook.command.cart.CartModel;
import io.daybook.command.model.DecisionModels;
import io.daybook.http.Owners;
import io.daybook.kernel.Id;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CustomerId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Whose a cart is. One of a guest is nobody's: whoever knows its id may use it.
@Component
record CartOwners(DecisionModels models) implements Owners {

  @Override
  public Optional<CustomerId> ownerOf(TenantId tenant, Id entity) {
    return entity instanceof CartId cart
        ? models
            .find(CartModel.DEFINITION, tenant.stream(cart))
            .flatMap(known -> Optional.ofNullable(known.customerId()))
        : Optional.empty();
  }
}
