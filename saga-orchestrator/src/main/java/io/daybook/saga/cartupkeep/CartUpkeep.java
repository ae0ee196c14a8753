package io.daybook.saga.cartupkeep;

import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Money;
import io.daybook.kernel.Processes;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CartId;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/// Keeps carts in step with the catalogue, and ends those that nobody uses.
///
/// The processor has one segment: a product's deletion then finds every line that was put into a
/// cart before it, and none can come after it, because carts refuse a deleted product.
@ProcessingGroup(CartUpkeep.GROUP)
@DisallowReplay
public class CartUpkeep {
  static final String GROUP = "process-cart-upkeep";
  static final Actor PROCESS = Processes.CART_UPKEEP;

  private final CartIndex index;
  private final CartExpiry expiry;
  private final ProductChanges changes;
  private final ProcessCommands commands;

  public CartUpkeep(
      CartIndex index, CartExpiry expiry, ProductChanges changes, ProcessCommands commands) {
    this.index = index;
    this.expiry = expiry;
    this.changes = changes;
    this.commands = commands;
  }

  @EventHandler
  void on(ItemAddedToCart event, EventMessage<?> message, Batch batch) {
    TenantId tenant = Cause.tenantOf(message);
    index.add(
        tenant, event.cartId(), event.cartItemId(), event.productId(), event.variantId(), batch);
    expiry.schedule(event.cartId(), Cause.of(message, PROCESS), batch);
  }

  @EventHandler
  void on(ItemRemovedFromCart event, EventMessage<?> message, Batch batch) {
    index.remove(Cause.tenantOf(message), event.cartId(), event.cartItemId(), batch);
  }

  /// The guest's cart is emptied once its lines are in the customer's.
  @EventHandler
  void on(CartMerged event, EventMessage<?> message, Batch batch) {
    Cause cause = Cause.of(message, PROCESS);
    event
        .mergedItems()
        .forEach(
            item ->
                index.add(
                    cause.tenant(),
                    event.cartId(),
                    item.cartItemId(),
                    item.productId(),
                    item.variantId(),
                    batch));
    expiry.schedule(event.cartId(), cause, batch);
    commands.attempt(cause, new ClearCart(event.guestCartId(), ClearCart.MERGED, null, null));
  }

  @EventHandler
  void on(CartCleared event, EventMessage<?> message, Batch batch) {
    emptied(event.cartId(), Cause.tenantOf(message), batch);
  }

  @EventHandler
  void on(CartExpired event, EventMessage<?> message, Batch batch) {
    emptied(event.cartId(), Cause.tenantOf(message), batch);
  }

  @EventHandler
  void on(ProductVariantAdded event, EventMessage<?> message) {
    if (event.price() != null) {
      index.priced(Cause.tenantOf(message), event.variantId());
    }
  }

  @EventHandler
  void on(ProductUpdated event, EventMessage<?> message, Batch batch) {
    Money price = event.changedFields().price();
    if (price != null) {
      changes.repriced(event.productId(), price, Cause.of(message, PROCESS), batch);
    }
  }

  @EventHandler
  void on(ProductDeleted event, EventMessage<?> message, Batch batch) {
    changes.deleted(event.productId(), Cause.of(message, PROCESS), batch);
  }

  private void emptied(CartId cart, TenantId tenant, Batch batch) {
    index.removeAll(tenant, cart, batch);
    expiry.cancel(cart, tenant, batch);
  }
}
