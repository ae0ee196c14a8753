package io.daybook.command.order;

import static io.daybook.order.OrderRejection.INVALID_TERMS;
import static io.daybook.order.OrderRejection.OUT_OF_STOCK;
import static io.daybook.order.OrderRejection.PRICE_CHANGED;
import static io.daybook.order.OrderRejection.PRODUCT_UNAVAILABLE;

import io.daybook.catalog.ProductStatus;
import io.daybook.command.cart.CartFacts;
import io.daybook.command.cart.CartLine;
import io.daybook.command.catalog.ProductFacts;
import io.daybook.command.facts.Facts;
import io.daybook.command.inventory.StockFacts;
import io.daybook.kernel.Context;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.InventoryId;
import io.daybook.order.LineItem;
import io.daybook.order.StaffTerms;
import io.daybook.order.StaffTerms.LineTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The lines of an order, from those of the cart: still for sale, at the price that the customer
/// saw or that staff gave by hand, and in stock as far as one can see before reserving.
final class OrderLines {
  private final Facts facts;

  OrderLines(Facts facts) {
    this.facts = facts;
  }

  List<LineItem> of(CartFacts cart, @Nullable StaffTerms terms, Context context) {
    Map<InventoryId, LineTerms> byHand = byHand(terms);
    Set<InventoryId> met = new HashSet<>();
    List<LineItem> items = new ArrayList<>();
    for (CartLine line : cart.lines()) {
      InventoryId stocked = InventoryId.of(line.productId(), line.variantId());
      met.add(stocked);
      items.add(item(line, byHand.get(stocked), context));
    }
    refuseTermsForNothing(byHand, met);
    refuseWhatIsNotThere(cart, context);
    return items;
  }

  private LineItem item(CartLine line, @Nullable LineTerms terms, Context context) {
    ProductFacts product =
        facts
            .find(ProductFacts.FOLD, context.stream(line.productId()))
            .filter(known -> known.status() == ProductStatus.ACTIVE)
            .orElseThrow(() -> unavailable(line));
    Money listPrice = product.priceOf(line.variantId()).orElseThrow(() -> unavailable(line));
    boolean priceByHand = terms != null && terms.unitPrice() != null;
    if (!priceByHand && !listPrice.equals(line.unitPrice())) {
      throw Rejection.of(PRICE_CHANGED)
          .with(field(line.cartItemId()), line.unitPrice(), "costs " + listPrice + " now");
    }
    return LinePrice.of(listPrice, terms).item(line, product.name(), terms, context);
  }

  private static Map<InventoryId, LineTerms> byHand(@Nullable StaffTerms terms) {
    Map<InventoryId, LineTerms> byHand = new LinkedHashMap<>();
    if (terms != null && terms.lines() != null) {
      for (LineTerms line : terms.lines()) {
        if (byHand.put(InventoryId.of(line.productId(), line.variantId()), line) != null) {
          throw Rejection.of(INVALID_TERMS)
              .with("staffTerms.lines", line.productId(), "must be named once");
        }
      }
    }
    return byHand;
  }

  private static void refuseTermsForNothing(
      Map<InventoryId, LineTerms> byHand, Set<InventoryId> met) {
    for (Map.Entry<InventoryId, LineTerms> terms : byHand.entrySet()) {
      if (!met.contains(terms.getKey())) {
        throw Rejection.of(INVALID_TERMS)
            .with("staffTerms.lines", terms.getValue().productId(), "must be in the cart");
      }
    }
  }

  /// Demand is summed per thing over the whole order before it is compared (rule 20).
  private void refuseWhatIsNotThere(CartFacts cart, Context context) {
    Map<InventoryId, Integer> demand = new HashMap<>();
    for (CartLine line : cart.lines()) {
      InventoryId stocked = InventoryId.of(line.productId(), line.variantId());
      int wanted = demand.merge(stocked, line.quantity(), Math::addExact);
      int available =
          facts.find(StockFacts.FOLD, context.stream(stocked)).map(StockFacts::available).orElse(0);
      if (wanted > available) {
        throw Rejection.of(OUT_OF_STOCK)
            .with("productId", line.productId(), "was ordered " + wanted + " times")
            .with("available", available, "are left");
      }
    }
  }

  private static Rejection unavailable(CartLine line) {
    return Rejection.of(PRODUCT_UNAVAILABLE)
        .with(field(line.cartItemId()), line.productId(), "is not for sale");
  }

  private static String field(CartItemId item) {
    return "cart.lines." + item;
  }
}
