package io.daybook.command.order.http;

import io.daybook.command.model.DecisionModels;
import io.daybook.command.model.ModelDefinition;
import io.daybook.http.Owners;
import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whose an order is. That does not change.
@Component
record OrderOwners(DecisionModels models) implements Owners {

  private record OwnedOrder(CustomerId customer) {}

  private static final ModelDefinition<OwnedOrder> DEFINITION =
      new ModelDefinition<>(OwnedOrder.class, OrderOwners::after);

  @Override
  public Optional<CustomerId> ownerOf(TenantId tenant, Id entity) {
    return entity instanceof OrderId order
        ? models.find(DEFINITION, tenant.stream(order)).map(OwnedOrder::customer)
        : Optional.empty();
  }

  private static OwnedOrder after(@Nullable OwnedOrder before, Event event) {
    if (event instanceof OrderPlacementStarted started) {
      return new OwnedOrder(started.customerId());
    }
    return Objects.requireNonNull(before, "An order begins with the start of its placement");
  }
}
