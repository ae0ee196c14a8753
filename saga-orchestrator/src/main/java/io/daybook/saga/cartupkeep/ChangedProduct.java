package io.daybook.saga.cartupkeep;

import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.ProductId;
import io.daybook.saga.Cause;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;

/// A product whose change may concern carts.
record ChangedProduct(TenantId tenant, ProductId product) {

  static List<ChangedProduct> in(List<? extends Message<?>> events) {
    return events.stream()
        .filter(EventMessage.class::isInstance)
        .<EventMessage<?>>map(EventMessage.class::cast)
        .flatMap(ChangedProduct::of)
        .distinct()
        .toList();
  }

  private static Stream<ChangedProduct> of(EventMessage<?> event) {
    return product(event).map(id -> new ChangedProduct(Cause.tenantOf(event), id)).stream();
  }

  private static Optional<ProductId> product(EventMessage<?> event) {
    Class<?> type = event.getPayloadType();
    if (type != ProductUpdated.class && type != ProductDeleted.class) {
      return Optional.empty(); // not deserialised for nothing
    }
    return switch (event.getPayload()) {
      case ProductUpdated updated when updated.changedFields().price() != null ->
          Optional.of(updated.productId());
      case ProductDeleted deleted -> Optional.of(deleted.productId());
      default -> Optional.empty();
    };
  }
}
