package io.daybook.app.imports;

import io.daybook.kernel.Money;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An order as it stands in the input.
///
/// @param confirmedAt when it was confirmed; it stays pending where that is absent
/// @param shipment how it was sent, if it was
public record ImportedOrder(
    OrderId orderId,
    CartId cartId,
    CustomerId customerId,
    AddressId addressId,
    List<Line> lines,
    Money shippingCost,
    Instant placedAt,
    @Nullable Instant confirmedAt,
    @Nullable Shipment shipment) {

  public record Line(
      CartItemId itemId,
      ProductId productId,
      int quantity,
      Money unitPrice,
      @Nullable BigDecimal discountRate,
      Map<String, String> attributes) {}

  public record Shipment(String trackingNumber, String carrier, Instant at) {}
}
