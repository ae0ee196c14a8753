package io.daybook.saga.reservation;

import io.daybook.agenda.AgendaEntry;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import io.daybook.saga.Cause;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is left of a reservation that expires, as its entry of the agenda has it.
record ExpiringReservation(
    Cause cause,
    ProductId productId,
    @Nullable VariantId variantId,
    OrderId orderId,
    int quantity) {

  static ExpiringReservation of(InventoryReserved event, Cause cause) {
    return new ExpiringReservation(
        cause, event.productId(), event.variantId(), event.orderId(), event.quantity());
  }

  static ExpiringReservation of(AgendaEntry entry) {
    String variant = entry.data().get("variantId");
    return new ExpiringReservation(
        Cause.of(entry, ReservationExpiry.PROCESS),
        new ProductId(entry.get("productId")),
        variant == null ? null : new VariantId(variant),
        new OrderId(entry.get("orderId")),
        Integer.parseInt(entry.get("quantity")));
  }

  static String key(InventoryId stock, OrderId order) {
    return stock.value() + "/" + order.value();
  }

  ExpiringReservation minus(int released) {
    return new ExpiringReservation(cause, productId, variantId, orderId, quantity - released);
  }

  Map<String, String> toData() {
    Map<String, String> data = cause.toData();
    data.put("productId", productId.value());
    data.put("orderId", orderId.value());
    data.put("quantity", Integer.toString(quantity));
    if (variantId != null) {
      data.put("variantId", variantId.value());
    }
    return data;
  }
}
