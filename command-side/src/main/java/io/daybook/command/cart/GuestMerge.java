package io.daybook.command.cart;

import io.daybook.cart.CartEvent.MergedItem;
import io.daybook.cart.CartRejection;
import io.daybook.command.cart.ProductOffers.Offer;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CartItemId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lines of a customer's cart after a guest's cart was merged into it: quantities are added up and
/// capped to the stock, at today's price. What cannot be bought any more is left behind. No quantity that
/// the customer had becomes smaller.
record GuestMerge(CartModel own, CartModel guest, ProductOffers offers) {

  List<MergedItem> items() {
    List<MergedItem> items =
        guest.lines().stream().map(this::item).flatMap(Optional::stream).toList();
    requireOneCurrency(items);
    return items;
  }

  private Optional<MergedItem> item(CartItem line) {
    Optional<CartItem> same = own.lineOf(line.productId(), line.variantId());
    int before = same.map(CartItem::quantity).orElse(0);
    int requested = Math.addExact(before, line.quantity());
    return offers
        .find(line.productId(), line.variantId())
        .filter(offer -> offer.available() > before)
        .map(offer -> item(line, same, requested, offer));
  }

  private MergedItem item(CartItem line, Optional<CartItem> same, int requested, Offer offer) {
    if (same.isEmpty() && own.line(line.cartItemId()).isPresent()) {
      throw CartRules.taken(line.cartItemId());
    }
    Map<String, String> attributes = new HashMap<>(same.map(CartItem::attributes).orElse(Map.of()));
    attributes.putAll(line.attributes());
    return new MergedItem(
        same.orElse(line).cartItemId(),
        line.productId(),
        line.variantId(),
        Math.min(requested, offer.available()),
        requested,
        offer.price(),
        attributes);
  }

  private void requireOneCurrency(List<MergedItem> items) {
    Map<CartItemId, Currency> now = new HashMap<>();
    own.lines().forEach(line -> now.put(line.cartItemId(), line.unitPrice().currency()));
    items.forEach(item -> now.put(item.cartItemId(), item.unitPrice().currency()));
    if (now.values().stream().distinct().count() > 1) {
      throw Rejection.of(CartRejection.CURRENCY_MISMATCH)
          .with("guestCartId", null, "has lines of another currency");
    }
  }
}
