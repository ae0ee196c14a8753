package io.daybook.command.cart;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartEvent.CartItemRepriced;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.cart.CartEvent.MergedItem;
import io.daybook.command.model.ModelDefinition;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is in a cart, whose it is, and when it was last used.
///
/// @param customerId none for a guest
/// @param lines those that are in the cart now, in the order in which they came
public record CartModel(
    @JsonProperty("customerId") @Nullable CustomerId customerId,
    @JsonProperty("lines") List<CartItem> lines,
    @JsonProperty("lastActivity") Instant lastActivity) {

  public static final ModelDefinition<CartModel> DEFINITION =
      new ModelDefinition<>(CartModel.class, (before, event) -> after(before, (CartEvent) event));

  static final CartModel NEW = new CartModel(null, List.of(), Instant.MIN);

  public CartModel {
    lines = List.copyOf(lines);
  }

  public boolean isEmpty() {
    return lines.isEmpty();
  }

  public Optional<CartItem> line(CartItemId id) {
    return lines.stream().filter(line -> line.cartItemId().equals(id)).findFirst();
  }

  public Optional<CartItem> lineOf(ProductId product, @Nullable VariantId variant) {
    return lines.stream().filter(line -> line.isOf(product, variant)).findFirst();
  }

  static CartModel after(@Nullable CartModel before, CartEvent event) {
    CartModel cart = before == null ? NEW : before;
    return switch (event) { // no default: a new event must be decided here
      case ItemAddedToCart added -> cart.with(added);
      case CartMerged merged -> cart.with(merged);
      case CartItemQuantityUpdated(_, var id, _, _, int quantity, var at) ->
          cart.with(cart.known(id).quantity(quantity)).used(at);
      case CartItemRepriced repriced ->
          cart.with(cart.known(repriced.cartItemId()).unitPrice(repriced.newPrice()));
      case ItemRemovedFromCart removed -> cart.without(removed);
      case CartCleared cleared -> cart.empty().used(cleared.clearedAt());
      case CartExpired _ -> cart.empty();
    };
  }

  private CartModel with(ItemAddedToCart added) {
    int before = line(added.cartItemId()).map(CartItem::quantity).orElse(0);
    CartItem line =
        new CartItem(
            added.cartItemId(),
            added.productId(),
            added.variantId(),
            before + added.quantity(),
            added.unitPrice(),
            added.attributes());
    return new CartModel(added.customerId(), lines, lastActivity).with(line).used(added.addedAt());
  }

  private CartModel with(CartMerged merged) {
    CartModel cart = new CartModel(merged.customerId(), lines, lastActivity);
    for (MergedItem item : merged.mergedItems()) {
      cart =
          cart.with(
              new CartItem(
                  item.cartItemId(),
                  item.productId(),
                  item.variantId(),
                  item.quantity(),
                  item.unitPrice(),
                  item.attributes()));
    }
    return cart.used(merged.mergedAt());
  }

  private CartModel with(CartItem line) {
    List<CartItem> now = new ArrayList<>(lines);
    now.replaceAll(old -> old.cartItemId().equals(line.cartItemId()) ? line : old);
    if (!now.contains(line)) {
      now.add(line);
    }
    return new CartModel(customerId, now, lastActivity);
  }

  /// Only the customer's own removals are a use of the cart: a product that leaves the shop must not
  /// keep an abandoned cart alive.
  private CartModel without(ItemRemovedFromCart removed) {
    List<CartItem> now =
        lines.stream().filter(line -> !line.cartItemId().equals(removed.cartItemId())).toList();
    CartModel cart = new CartModel(customerId, now, lastActivity);
    return removed.reason().equals(RemovalReason.CUSTOMER) ? cart.used(removed.removedAt()) : cart;
  }

  private CartModel empty() {
    return new CartModel(customerId, List.of(), lastActivity);
  }

  /// The latest use, also where a back-dated one comes after it.
  private CartModel used(Instant at) {
    return at.isAfter(lastActivity) ? new CartModel(customerId, lines, at) : this;
  }

  private CartItem known(CartItemId id) {
    return line(id)
        .orElseThrow(() -> new IllegalStateException("The events know no line " + id.value()));
  }
}
