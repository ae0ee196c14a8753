package io.daybook.saga.orderplacement;

import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.order.OrderEvent;
import io.daybook.payment.PaymentEvent;
import io.daybook.saga.Cause;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.modelling.saga.AssociationResolver;
import org.jspecify.annotations.Nullable;

/// An event belongs to the placement of its order, within its tenant: `default/ord_0192…`.
public final class TenantScoped implements AssociationResolver {
  static final String PROPERTY = "orderId";

  @Override
  public <T> void validate(String property, MessageHandlingMember<T> handler) {
    if (!property.equals(PROPERTY)) {
      throw new IllegalArgumentException("A placement is found by its order: " + handler);
    }
  }

  @Override
  public <T> @Nullable Object resolve(
      String property, EventMessage<?> event, MessageHandlingMember<T> handler) {
    return placementOf(event);
  }

  /// Null for an event that concerns no order, such as a payment of something else.
  static @Nullable String placementOf(EventMessage<?> event) {
    OrderId order = orderOf(event.getPayload());
    return order == null ? null : Cause.tenantOf(event).stream(order);
  }

  /// Other payments may name the order: a charge for something else, or a card that staff tried. They
  /// decide nothing about it.
  private static @Nullable OrderId placedWith(PaymentEvent payment) {
    OrderId order = payment.orderId();
    return order != null && payment.paymentId().equals(PaymentId.of(order)) ? order : null;
  }

  private static @Nullable OrderId orderOf(Object event) {
    return switch (event) {
      case OrderEvent order -> order.orderId();
      case PaymentEvent payment -> placedWith(payment);
      case InventoryReservationRejected rejected -> rejected.orderId();
      default -> null;
    };
  }
}
