package io.daybook.command.order;

import static io.daybook.order.OrderRejection.INVALID_TERMS;
import static io.daybook.order.OrderRejection.OUT_OF_STOCK;
import static io.daybook.order.OrderRejection.PRICE_CHANGED;
import static io.daybook.order.OrderRejection.PRODUCT_UNAVAILABLE;
import static io.daybook.order.OrderRejection.VARIANT_REQUIRED;

import io.daybook.catalog.ProductStatus;
import io.daybook.command.cart.CartItem;
import io.daybook.command.cart.CartModel;
import io.daybook.command.catalog.ProductModel;
import io.daybook.command.inventory.StockModel;
import io.daybook.command.model.DecisionModels;
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

/// Makes the lines of an order from those of the cart. Each product must be for sale, at the price that the
/// customer saw or that staff set, and in stock; the stock itself is reserved later.
final class OrderLines {
  private final DecisionModels models;

  OrderLines(DecisionModels models) {
    this.models = models;
  }

  List<LineItem> of(CartModel cart, @Nullable StaffTerms terms, Context context) {
    Map<InventoryId, LineTerms> byHand = byHand(terms);
    Set<InventoryId> met = new HashSet<>();
    List<LineItem> items = new ArrayList<>();
    for (CartItem line : cart.lines()) {
      InventoryId stocked = InventoryId.of(line.productId(), line.variantId());
      met.add(stocked);
      items.add(item(line, byHand.get(stocked), context));
    }
    refuseTermsForNothing(byHand, met);
    refuseWhatIsNotThere(cart, context);
    return items;
  }

  private LineItem item(CartItem line, @Nullable LineTerms terms, Context context) {
    ProductModel product =
        models
            .find(ProductModel.DEFINITION, context.stream(line.productId()))
            .filter(known -> known.status() == ProductStatus.ACTIVE)
            .orElseThrow(() -> unavailable(line));
    if (line.variantId() == null && product.isSoldByVariant()) {
      throw Rejection.of(VARIANT_REQUIRED)
          .with(field(line.cartItemId()), line.productId(), "is sold by variant");
    }
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

  /// Demand is summed per product or variant over the whole order before it is compared (rule 20).
  private void refuseWhatIsNotThere(CartModel cart, Context context) {
    Map<InventoryId, Integer> demand = new HashMap<>();
    for (CartItem line : cart.lines()) {
      InventoryId stocked = InventoryId.of(line.productId(), line.variantId());
      int wanted = demand.merge(stocked, line.quantity(), Math::addExact);
      int available =
          models
              .find(StockModel.DEFINITION, context.stream(stocked))
              .map(StockModel::available)
              .orElse(0);
      if (wanted > available) {
        throw Rejection.of(OUT_OF_STOCK)
            .with("productId", line.productId(), "was ordered " + wanted + " times")
            .with("available", available, "are left");
      }
    }
  }

  private static Rejection unavailable(CartItem line) {
    return Rejection.of(PRODUCT_UNAVAILABLE)
        .with(field(line.cartItemId()), line.productId(), "is not for sale");
  }

  private static String field(CartItemId item) {
    return "cart.lines." + item;
  }
}
