package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.ADAS;
import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.EARLIER;
import static io.daybook.command.cart.Carts.FIRST;
import static io.daybook.command.cart.Carts.chai;
import static io.daybook.command.cart.Carts.chaiRemoved;
import static io.daybook.command.cart.Carts.coffee;
import static io.daybook.command.cart.Carts.given;

import io.daybook.cart.CartCommand.RemoveItemFromCart;
import io.daybook.cart.CartRejection;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class RemoveItemFromCartTest {

  @Test
  void a_customer_takes_a_line_out() {
    given(chai(2))
        .when(new RemoveItemFromCart(ADAS, FIRST, null), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectEvents(chaiRemoved("CUSTOMER", AT));
  }

  @Test
  void a_process_says_why_it_takes_a_line_out() {
    given(chai(2))
        .when(new RemoveItemFromCart(ADAS, FIRST, "PRODUCT_DELETED"), Given.by(Given.PROCESS))
        .expectEvents(chaiRemoved("PRODUCT_DELETED", AT));
  }

  @Test
  void taking_it_out_again_is_harmless_while_it_could_be_restored() {
    given(chai(2), chaiRemoved("CUSTOMER", EARLIER.plusMillis(1)))
        .when(new RemoveItemFromCart(ADAS, FIRST, null), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_line_that_was_taken_out_long_ago_is_not_in_the_cart() {
    given(chai(2), chaiRemoved("CUSTOMER", EARLIER))
        .when(new RemoveItemFromCart(ADAS, FIRST, null), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.ITEM_NOT_IN_CART));
  }

  @Test
  void a_line_that_never_was_there_is_not_taken_out() {
    given(coffee(1))
        .when(new RemoveItemFromCart(ADAS, FIRST, null), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.ITEM_NOT_IN_CART))
        .expectNoEvents();
  }

  @Test
  void a_cart_that_does_not_exist_has_no_lines() {
    given()
        .when(new RemoveItemFromCart(ADAS, FIRST, null), Given.by(Given.CUSTOMER))
        .expectException(AggregateNotFoundException.class);
  }
}
