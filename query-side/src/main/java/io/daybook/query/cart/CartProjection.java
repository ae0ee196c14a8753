package io.daybook.query.cart;

import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartEvent.CartItemRepriced;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.cart.CartEvent.MergedItem;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.Sql;
import java.time.Instant;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the tables of carts and their lines.
@Component
@ProcessingGroup("projection-cart")
public class CartProjection {
  private final JdbcClient database;

  public CartProjection(JdbcClient database) {
    this.database = database;
  }

  @EventHandler
  void on(CartEvent event, Recorded recorded) {
    switch (event) { // no default: a new event must be decided here
      case ItemAddedToCart added -> add(added, recorded);
      case CartMerged merged -> merge(merged, recorded);
      case CartItemQuantityUpdated updated -> update(updated, recorded);
      case CartItemRepriced repriced -> reprice(repriced, recorded);
      case ItemRemovedFromCart removed -> remove(removed, recorded);
      case CartCleared cleared -> clear(cleared, recorded);
      case CartExpired expired -> expire(expired, recorded);
    }
  }

  @ResetHandler
  void reset() {
    database.sql("TRUNCATE projection.carts, projection.cart_lines").update();
  }

  private void add(ItemAddedToCart event, Recorded recorded) {
    MergedItem item =
        new MergedItem(
            event.cartItemId(),
            event.productId(),
            event.variantId(),
            event.quantity(),
            event.requestedQuantity(),
            event.unitPrice(),
            event.attributes());
    fill(event, Sql.id(event.customerId()), List.of(item), true, event.addedAt(), recorded);
  }

  private void merge(CartMerged event, Recorded recorded) {
    String customer = event.customerId().value();
    fill(event, customer, event.mergedItems(), false, event.mergedAt(), recorded);
  }

  /// @param adds whether the quantities come on top of what is there already; a line that was taken
  ///     out counts as not there
  private void fill(
      CartEvent event,
      @Nullable String customer,
      List<MergedItem> items,
      boolean adds,
      Instant at,
      Recorded recorded) {
    change(CartSql.FILL, event, at, recorded)
        .param("customer", customer)
        .param("items", Sql.json(items))
        .param("adds", adds)
        .update();
  }

  private void update(CartItemQuantityUpdated event, Recorded recorded) {
    change(CartSql.line("quantity = :quantity"), event, event.updatedAt(), recorded)
        .param("item", event.cartItemId().value())
        .param("quantity", event.newQuantity())
        .update();
  }

  private void reprice(CartItemRepriced event, Recorded recorded) {
    change(
            CartSql.line("unit_price_minor = :price, currency = :currency"),
            event,
            event.repricedAt(),
            recorded)
        .param("item", event.cartItemId().value())
        .param("price", event.newPrice().amountMinor())
        .param("currency", event.newPrice().currency().getCurrencyCode())
        .update();
  }

  private void remove(ItemRemovedFromCart event, Recorded recorded) {
    change(
            CartSql.line("removed_at = :at, removal_reason = :reason"),
            event,
            event.removedAt(),
            recorded)
        .param("item", event.cartItemId().value())
        .param("reason", event.reason())
        .update();
  }

  private void clear(CartCleared event, Recorded recorded) {
    change(CartSql.CLEAR, event, event.clearedAt(), recorded)
        .param("reason", event.reason())
        .param("order", Sql.id(event.orderId()))
        .update();
  }

  private void expire(CartExpired event, Recorded recorded) {
    change(CartSql.EXPIRE, event, event.expiredAt(), recorded).update();
  }

  private JdbcClient.StatementSpec change(
      String sql, CartEvent event, Instant at, Recorded recorded) {
    return database
        .sql(sql)
        .param("tenant", recorded.tenant())
        .param("cart", event.cartId().value())
        .param("at", Sql.time(at))
        .param("version", recorded.sequence());
  }
}
