package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.ADA;
import static io.daybook.command.cart.Carts.ADAS;
import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.CHAI;
import static io.daybook.command.cart.Carts.EARLIER;
import static io.daybook.command.cart.Carts.FIRST;
import static io.daybook.command.cart.Carts.PRICE;
import static io.daybook.command.cart.Carts.THIRD;
import static io.daybook.command.cart.Carts.cart;
import static io.daybook.command.cart.Carts.chai;
import static io.daybook.command.cart.Carts.chaiRemoved;
import static io.daybook.command.cart.Carts.coffee;
import static io.daybook.command.cart.Carts.created;
import static io.daybook.command.cart.Carts.euro;
import static io.daybook.command.cart.Carts.given;
import static io.daybook.command.cart.Carts.shop;
import static io.daybook.command.cart.Carts.stock;

import io.daybook.cart.CartCommand.RestoreCartItem;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartRejection;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.id.InventoryId;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class RestoreCartItemTest {

  @Test
  void a_removal_is_taken_back_under_the_same_id() {
    given(chai(2), chaiRemoved("CUSTOMER", EARLIER.plusMillis(1)))
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectEvents(chai(2));
  }

  @Test
  void taking_it_back_again_is_harmless() {
    given(chai(2), chaiRemoved("CUSTOMER", AT), chai(2))
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void it_comes_back_at_todays_price() {
    given(
            shop().of(CHAI, created(CHAI, euro(2000)), new ProductActivated(CHAI, AT)),
            chai(2),
            chaiRemoved("CUSTOMER", AT))
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectEvents(
            new ItemAddedToCart(ADAS, ADA, FIRST, CHAI, null, 2, 2, euro(2000), Map.of(), AT));
  }

  @Test
  void no_more_comes_back_than_is_available() {
    given(chai(12), chaiRemoved("CUSTOMER", AT))
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectEvents(chai(10, 12));
  }

  @Test
  void it_joins_the_line_of_the_same_thing_that_came_in_between() {
    ItemAddedToCart between =
        new ItemAddedToCart(ADAS, ADA, THIRD, CHAI, null, 1, 1, PRICE, Map.of(), AT);
    given(chai(2), chaiRemoved("CUSTOMER", AT), between)
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectEvents(new ItemAddedToCart(ADAS, ADA, THIRD, CHAI, null, 2, 2, PRICE, Map.of(), AT));
  }

  @Test
  void it_joins_that_line_once() {
    ItemAddedToCart between =
        new ItemAddedToCart(ADAS, ADA, THIRD, CHAI, null, 1, 1, PRICE, Map.of(), AT);
    cart(shop(), new KnownClaims())
        .given(Given.events(chai(2), chaiRemoved("CUSTOMER", AT), between))
        .andGivenCommands(
            new GenericCommandMessage<>(new RestoreCartItem(ADAS, FIRST))
                .withMetaData(Given.by(Given.CUSTOMER)))
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.NOTHING_TO_RESTORE))
        .expectNoEvents();
  }

  @Test
  void a_removal_is_taken_back_within_the_tenants_time_only() {
    given(chai(2), chaiRemoved("CUSTOMER", EARLIER))
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.NOTHING_TO_RESTORE))
        .expectNoEvents();
  }

  @Test
  void a_line_that_never_was_there_does_not_come_back() {
    given(coffee(2))
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.NOTHING_TO_RESTORE));
  }

  @Test
  void what_an_order_took_does_not_come_back() {
    given(chai(2), coffee(1), chaiRemoved("ORDERED", AT))
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.NOTHING_TO_RESTORE));
  }

  @Test
  void what_is_sold_out_does_not_come_back() {
    given(
            shop().of(InventoryId.of(CHAI, null), stock(CHAI, null, 0)),
            chai(2),
            chaiRemoved("CUSTOMER", AT))
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.OUT_OF_STOCK));
  }

  @Test
  void what_left_the_shop_does_not_come_back() {
    given(shop().of(CHAI), chai(2), chaiRemoved("PRODUCT_DELETED", AT))
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.PRODUCT_NOT_FOUND));
  }

  @Test
  void a_cart_that_does_not_exist_has_nothing_to_restore() {
    given()
        .when(new RestoreCartItem(ADAS, FIRST), Given.by(Given.CUSTOMER))
        .expectException(AggregateNotFoundException.class);
  }
}
