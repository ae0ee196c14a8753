package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.ADA;
import static io.daybook.command.cart.Carts.ADAS;
import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.CHAI;
import static io.daybook.command.cart.Carts.COFFEE;
import static io.daybook.command.cart.Carts.FIRST;
import static io.daybook.command.cart.Carts.GUESTS;
import static io.daybook.command.cart.Carts.ORDER;
import static io.daybook.command.cart.Carts.PRICE;
import static io.daybook.command.cart.Carts.SECOND;
import static io.daybook.command.cart.Carts.chai;
import static io.daybook.command.cart.Carts.chaiCosts;
import static io.daybook.command.cart.Carts.chaiNow;
import static io.daybook.command.cart.Carts.chaiRemoved;
import static io.daybook.command.cart.Carts.cleared;
import static io.daybook.command.cart.Carts.coffee;
import static io.daybook.command.cart.Carts.euro;
import static io.daybook.command.cart.Carts.expired;
import static io.daybook.command.cart.Carts.merged;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownModels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CartModelTest {
  private static final Instant LATER = AT.plus(Duration.ofHours(1));

  @Test
  void a_cart_without_events_does_not_exist() {
    assertThat(find()).isEmpty();
  }

  @Test
  void the_first_line_tells_whose_cart_it_is() {
    CartModel cart = after(chai(2));

    assertThat(cart.customerId()).isEqualTo(ADA);
    assertThat(cart.lines()).containsExactly(new CartItem(FIRST, CHAI, null, 2, PRICE, Map.of()));
    assertThat(cart.lastActivity()).isEqualTo(AT);
  }

  @Test
  void adding_to_a_line_raises_its_quantity() {
    assertThat(after(chai(2), coffee(1), chai(3)).lines())
        .extracting(CartItem::cartItemId, CartItem::quantity)
        .containsExactly(tuple(FIRST, 5), tuple(SECOND, 1));
  }

  @Test
  void an_update_says_how_many_there_are_now() {
    assertThat(after(chai(2), chaiNow(2, 7)).line(FIRST).orElseThrow().quantity()).isEqualTo(7);
  }

  @Test
  void a_new_price_is_no_use_of_the_cart() {
    CartModel cart =
        after(chai(2), new CartEvent.CartItemRepriced(ADAS, FIRST, CHAI, PRICE, euro(1900), LATER));

    assertThat(cart.line(FIRST).orElseThrow().unitPrice()).isEqualTo(euro(1900));
    assertThat(cart.lastActivity()).isEqualTo(AT);
  }

  @Test
  void only_the_customers_own_removal_is_a_use_of_the_cart() {
    CartModel own = after(chai(2), chaiRemoved("CUSTOMER", LATER));
    CartModel foreign = after(chai(2), chaiRemoved("PRODUCT_DELETED", LATER));

    assertThat(own.isEmpty()).isTrue();
    assertThat(own.lastActivity()).isEqualTo(LATER);
    assertThat(foreign.isEmpty()).isTrue();
    assertThat(foreign.lastActivity()).isEqualTo(AT);
  }

  @Test
  void a_merge_replaces_the_lines_that_it_names() {
    CartMerged merge =
        new CartMerged(
            ADAS,
            GUESTS,
            ADA,
            List.of(merged(FIRST, CHAI, 5, 5), merged(SECOND, COFFEE, 1, 4)),
            LATER);

    assertThat(after(chai(2), merge).lines())
        .extracting(CartItem::productId, CartItem::quantity)
        .containsExactly(tuple(CHAI, 5), tuple(COFFEE, 1));
  }

  @Test
  void a_cleared_or_expired_cart_is_empty_and_keeps_its_owner() {
    assertThat(after(chai(2), cleared(ORDER, "ORDER_PLACED")).isEmpty()).isTrue();
    assertThat(after(chai(2), expired(AT)).isEmpty()).isTrue();
    assertThat(after(chai(2), expired(AT)).customerId()).isEqualTo(ADA);
  }

  @Test
  void a_repriced_line_keeps_its_quantity() {
    assertThat(after(chai(2), chaiCosts(PRICE, euro(1900))).line(FIRST).orElseThrow().quantity())
        .isEqualTo(2);
  }

  private static CartModel after(CartEvent... events) {
    return find(events).orElseThrow();
  }

  private static Optional<CartModel> find(CartEvent... events) {
    return new KnownModels().of(ADAS, events).find(CartModel.DEFINITION, Given.TENANT.stream(ADAS));
  }
}
