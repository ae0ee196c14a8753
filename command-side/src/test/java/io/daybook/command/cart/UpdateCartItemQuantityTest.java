package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.ADAS;
import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.FIRST;
import static io.daybook.command.cart.Carts.chai;
import static io.daybook.command.cart.Carts.chaiNow;
import static io.daybook.command.cart.Carts.chaiRemoved;
import static io.daybook.command.cart.Carts.coffee;
import static io.daybook.command.cart.Carts.given;

import io.daybook.cart.CartCommand.UpdateCartItemQuantity;
import io.daybook.cart.CartRejection;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class UpdateCartItemQuantityTest {

  @Test
  void a_lines_quantity_is_changed() {
    given(chai(2))
        .when(chaiWanted(7), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectEvents(chaiNow(2, 7));
  }

  @Test
  void all_that_is_available_can_be_in_a_cart() {
    given(chai(2)).when(chaiWanted(10), Given.by(Given.CUSTOMER)).expectEvents(chaiNow(2, 10));
  }

  @Test
  void no_more_than_is_available_can_be_in_a_cart() {
    given(chai(2))
        .when(chaiWanted(11), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.QUANTITY_EXCEEDS_STOCK))
        .expectNoEvents();
  }

  @Test
  void the_same_quantity_again_records_nothing() {
    given(chai(2))
        .when(chaiWanted(2), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void none_at_all_removes_the_line() {
    given(chai(2))
        .when(chaiWanted(0), Given.by(Given.CUSTOMER))
        .expectEvents(chaiRemoved("CUSTOMER", AT));
  }

  @Test
  void removing_the_line_in_this_way_again_is_harmless() {
    given(chai(2), chaiRemoved("CUSTOMER", AT))
        .when(chaiWanted(0), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_quantity_is_not_negative() {
    given(chai(2))
        .when(chaiWanted(-1), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.INVALID_QUANTITY));
  }

  @Test
  void a_quantity_is_at_most_a_million() {
    given(chai(2))
        .when(chaiWanted(1_000_001), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.INVALID_QUANTITY))
        .expectNoEvents();
  }

  @Test
  void a_line_that_is_not_there_is_not_changed() {
    given(coffee(1))
        .when(chaiWanted(2), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.ITEM_NOT_IN_CART));
  }

  @Test
  void a_cart_that_does_not_exist_has_no_lines() {
    given()
        .when(chaiWanted(2), Given.by(Given.CUSTOMER))
        .expectException(AggregateNotFoundException.class);
  }

  private static UpdateCartItemQuantity chaiWanted(int quantity) {
    return new UpdateCartItemQuantity(ADAS, FIRST, quantity);
  }
}
