package io.daybook.query.cart;

import static io.daybook.query.testing.Known.ATTRIBUTES;
import static io.daybook.query.testing.Known.at;
import static io.daybook.query.testing.Known.cart;
import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.euros;
import static io.daybook.query.testing.Known.item;
import static io.daybook.query.testing.Known.order;
import static io.daybook.query.testing.Known.product;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartEvent.CartItemRepriced;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.cart.CartEvent.MergedItem;
import io.daybook.query.testing.ProjectionFixture;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CartProjectionTest {
  static final CartEvent ADDED = added(1, 2, 0);
  static final CartEvent REMOVED =
      new ItemRemovedFromCart(cart(1), item(1), product(1), null, "CUSTOMER", at(3));

  final ProjectionFixture projection = new ProjectionFixture(CartProjection::new);

  static CartEvent added(int product, int quantity, int minute) {
    return new ItemAddedToCart(
        cart(1),
        customer(1),
        item(product),
        product(product),
        null,
        quantity,
        9,
        euros(1000),
        ATTRIBUTES,
        at(minute));
  }

  @AfterEach
  void a_replay_gives_the_same() {
    projection.assertRepeatable();
  }

  @Test
  void the_first_line_opens_the_cart() {
    projection.given(ADDED);

    assertThat(projection.row("carts"))
        .containsEntry("customer_id", customer(1).value())
        .containsEntry("status", "ACTIVE");
    assertThat(projection.row("cart_lines"))
        .containsEntry("product_id", product(1).value())
        .containsEntry("quantity", 2)
        .containsEntry("unit_price_minor", 1000L)
        .containsEntry("currency", "EUR");
  }

  @Test
  void more_of_the_same_line_adds_up() {
    projection.given(ADDED, added(1, 3, 1));

    assertThat(projection.row("cart_lines")).containsEntry("quantity", 5);
  }

  @Test
  void a_quantity_is_changed() {
    projection.given(ADDED, new CartItemQuantityUpdated(cart(1), item(1), product(1), 2, 7, at(1)));

    assertThat(projection.row("cart_lines")).containsEntry("quantity", 7);
  }

  @Test
  void a_price_is_changed() {
    projection.given(
        ADDED, new CartItemRepriced(cart(1), item(1), product(1), euros(1000), euros(1100), at(1)));

    assertThat(projection.row("cart_lines")).containsEntry("unit_price_minor", 1100L);
  }

  @Test
  void a_removed_line_says_why_it_is_gone() {
    projection.given(ADDED, REMOVED);

    assertThat(projection.row("cart_lines")).containsEntry("removal_reason", "CUSTOMER");
    assertThat(projection.row("cart_lines").get("removed_at")).isNotNull();
  }

  @Test
  void a_line_that_is_put_back_counts_once() {
    projection.given(ADDED, REMOVED, added(1, 2, 4));

    assertThat(projection.row("cart_lines"))
        .containsEntry("quantity", 2)
        .containsEntry("removed_at", null)
        .containsEntry("removal_reason", null);
  }

  @Test
  void a_merge_says_what_is_in_the_cart_now() {
    projection.given(
        ADDED,
        new CartMerged(cart(1), cart(2), customer(1), List.of(merged(1, 5), merged(2, 1)), at(1)));

    assertThat(projection.rows("cart_lines"))
        .extracting(line -> line.get("quantity"))
        .containsExactly(5, 1);
  }

  @Test
  void a_merge_may_open_the_cart() {
    projection.given(new CartMerged(cart(1), cart(2), customer(1), List.of(merged(1, 5)), at(1)));

    assertThat(projection.row("carts")).containsEntry("customer_id", customer(1).value());
  }

  @Test
  void an_ordered_cart_is_empty() {
    projection.given(ADDED, new CartCleared(cart(1), customer(1), "ORDERED", order(1), at(1)));

    assertThat(projection.row("carts"))
        .containsEntry("status", "CLEARED")
        .containsEntry("clear_reason", "ORDERED")
        .containsEntry("last_order_id", order(1).value());
    assertThat(projection.rows("cart_lines")).isEmpty();
  }

  @Test
  void an_expired_cart_is_empty_until_it_is_used_again() {
    projection.given(ADDED, new CartExpired(cart(1), customer(1), at(0), at(90)));

    assertThat(projection.row("carts")).containsEntry("status", "EXPIRED");
    assertThat(projection.rows("cart_lines")).isEmpty();

    projection.given(added(2, 1, 91));

    assertThat(projection.row("carts"))
        .containsEntry("status", "ACTIVE")
        .containsEntry("expired_at", null);
    assertThat(projection.rows("cart_lines")).hasSize(1);
  }

  private static MergedItem merged(int product, int quantity) {
    return new MergedItem(
        item(product), product(product), null, quantity, 9, euros(1000), ATTRIBUTES);
  }
}
