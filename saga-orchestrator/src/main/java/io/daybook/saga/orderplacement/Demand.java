package io.daybook.saga.orderplacement;

import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import io.daybook.order.LineItem;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How much of one sellable thing an order needs, over all its lines (rule 20).
record Demand(ProductId productId, @Nullable VariantId variantId, int quantity) {

  /// In the order of the stock's ids. All orders reserve in this order, so that of two orders for
  /// the same things one gets all of them, instead of each getting a part.
  static List<Demand> of(Collection<LineItem> lines) {
    TreeMap<String, Demand> byStock = new TreeMap<>();
    for (LineItem line : lines) {
      Demand one = new Demand(line.productId(), line.variantId(), line.quantity());
      byStock.merge(one.stock().value(), one, Demand::plus);
    }
    return List.copyOf(byStock.values());
  }

  InventoryId stock() {
    return InventoryId.of(productId, variantId);
  }

  private Demand plus(Demand other) {
    return new Demand(productId, variantId, Math.addExact(quantity, other.quantity));
  }
}
