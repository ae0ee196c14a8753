package io.daybook.query.cart;

import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartEvent.CartItemRepriced;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.eventstore.batch.Batch;
import io.daybook.query.projection.EventRow;
import io.daybook.query.projection.Projection;
import io.daybook.query.projection.Recorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the tables of carts and their lines.
@Component
@ProcessingGroup("projection-cart")
public class CartProjection extends Projection {

  public CartProjection(JdbcClient database) {
    super(database, "carts", "cart_lines");
  }

  @EventHandler
  void on(CartEvent event, Recorded recorded, Batch batch) {
    switch (event) { // no default: a new event must be decided here
      case ItemAddedToCart e -> batch.add(CartWrites.ADDED, AddedItems.of(e, recorded));
      case CartMerged e -> batch.add(CartWrites.MERGED, AddedItems.of(e, recorded));
      case CartItemQuantityUpdated e -> batch.add(CartWrites.QUANTITY, new EventRow<>(e, recorded));
      case CartItemRepriced e -> batch.add(CartWrites.REPRICED, new EventRow<>(e, recorded));
      case ItemRemovedFromCart e -> batch.add(CartWrites.REMOVED, new EventRow<>(e, recorded));
      case CartCleared e -> batch.add(CartWrites.CLEARED, new EventRow<>(e, recorded));
      case CartExpired e -> batch.add(CartWrites.EXPIRED, new EventRow<>(e, recorded));
    }
  }
}
