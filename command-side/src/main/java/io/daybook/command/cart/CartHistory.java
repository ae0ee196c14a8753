package io.daybook.command.cart;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartEvent.CartItemRepriced;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.command.snapshot.Recent;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a cart keeps beside its lines to recognise a repeated command and to undo a removal: what was
/// added, what was removed, and which orders took lines.
final class CartHistory {

  record Added(
      @JsonProperty("product") ProductId product,
      @JsonProperty("variant") @Nullable VariantId variant,
      @JsonProperty("requested") int requested) {
    boolean isWhat(AddItemToCart command) {
      return equals(new Added(command.productId(), command.variantId(), command.quantity()));
    }
  }

  record Removed(@JsonProperty("line") CartItem line, @JsonProperty("at") Instant at) {}

  @JsonProperty("added")
  private Recent<Added> added = new Recent<>();

  @JsonProperty("removed")
  private Recent<Removed> removed = new Recent<>();

  @JsonProperty("orders")
  private Recent<Boolean> orders = new Recent<>();

  Optional<Added> added(CartItemId id) {
    return Optional.ofNullable(added.get(id));
  }

  /// The line, if it was removed so recently that it can be taken back.
  Optional<CartItem> restorable(CartItemId id, Instant now, Duration undo) {
    return Optional.ofNullable(removed.get(id))
        .filter(removal -> now.isBefore(removal.at().plus(undo)))
        .map(Removed::line);
  }

  boolean wasTakenBy(OrderId order) {
    return orders.has(order);
  }

  /// @param request the line or the order that was named when this was asked for
  void on(CartEvent event, CartModel before, @Nullable String request) {
    switch (event) { // no default: a new event must be decided here
      case ItemAddedToCart item -> added(item, request);
      case ItemRemovedFromCart item -> removed(item, before, request);
      case CartItemQuantityUpdated _ -> taken(request);
      case CartCleared(_, _, _, var order, _) -> taken(order == null ? null : order.value());
      case CartItemRepriced _, CartMerged _, CartExpired _ -> {}
    }
  }

  private void added(ItemAddedToCart item, @Nullable String request) {
    String named = request == null ? item.cartItemId().value() : request;
    if (!added.has(named)) {
      added.put(named, new Added(item.productId(), item.variantId(), item.requestedQuantity()));
    }
    removed.remove(named);
  }

  private void removed(ItemRemovedFromCart item, CartModel before, @Nullable String request) {
    taken(request);
    if (!item.reason().equals(RemovalReason.ORDERED)) {
      before
          .line(item.cartItemId())
          .ifPresent(line -> removed.put(line.cartItemId(), new Removed(line, item.removedAt())));
    }
  }

  private void taken(@Nullable String order) {
    if (order != null) {
      orders.put(order, true);
    }
  }
}
