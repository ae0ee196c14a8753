package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartCommand.RemoveItemFromCart;
import io.daybook.cart.CartCommand.RestoreCartItem;
import io.daybook.cart.CartCommand.UpdateCartItemQuantity;
import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartRejection;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.Given;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.ProductId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A customer's own cart lives for years.
class CartSnapshotTest extends CommandSideTest {
  private static final int SNAPSHOT_AFTER = 50;

  private final CustomerId customer = CustomerId.of(UUID.randomUUID());
  private final CartId cart = CartId.of(customer);
  private final ProductId product = ProductId.of(UUID.randomUUID());
  private final CartItemId line = CartItemId.of(UUID.randomUUID());

  @BeforeEach
  void a_shop_and_a_customer_with_a_cart() {
    happened("Customer", 0, List.of(Carts.registered(customer)));
    happened(
        "Product", 0, List.of(Carts.created(product, PRICE), new ProductActivated(product, AT)));
    happened("Inventory", 0, List.of(Carts.stock(product, null, 10)));
    send(add(Map.of("gift", "yes")), Given.CUSTOMER);
  }

  @Test
  void loading_costs_the_same_after_ten_events_and_after_ten_thousand() {
    changedOften(8);
    send(quantity(5), Given.CUSTOMER);
    readsAtMost(10, cart, quantity(5), Given.CUSTOMER);

    while (eventCountOf(cart) < 10_000) {
      changedOften(SNAPSHOT_AFTER - 1);
      send(quantity(5), Given.CUSTOMER);
      readsAtMost(SNAPSHOT_AFTER, cart, quantity(5), Given.CUSTOMER);
    }
  }

  @Test
  void what_was_decided_before_a_snapshot_is_known_after_it() {
    changedOften(60);
    send(new RemoveItemFromCart(cart, line, null), Given.CUSTOMER);
    readsAtMost(0, cart, add(Map.of("gift", "yes")), Given.CUSTOMER);
    assertThat(contents().isEmpty()).isTrue();

    send(new RestoreCartItem(cart, line), Given.CUSTOMER);

    assertThat(contents().line(line).orElseThrow().attributes()).containsEntry("gift", "yes");
    assertThatThrownBy(
            () -> send(new AddItemToCart(cart, null, line, product, null, 1, null), Given.CUSTOMER))
        .isInstanceOfSatisfying(
            Rejection.class,
            refusal ->
                assertThat(refusal.code()).isEqualTo(CartRejection.CART_OF_ANOTHER_CUSTOMER));
  }

  private AddItemToCart add(Map<String, String> attributes) {
    return new AddItemToCart(cart, customer, line, product, null, 2, attributes);
  }

  private void changedOften(int times) {
    happened(
        "Cart",
        eventCountOf(cart),
        IntStream.range(0, times)
            .mapToObj(nth -> new CartItemQuantityUpdated(cart, line, product, 2, 2 + nth % 2, AT))
            .toList());
  }

  private CartModel contents() {
    CartModel contents = CartModel.NEW;
    for (Object event : eventsOf(cart)) {
      contents = CartModel.after(contents, (CartEvent) event);
    }
    return contents;
  }

  private UpdateCartItemQuantity quantity(int quantity) {
    return new UpdateCartItemQuantity(cart, line, quantity);
  }
}
