package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.ADA;
import static io.daybook.command.cart.Carts.ADAS;
import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.COFFEE;
import static io.daybook.command.cart.Carts.EARLIER;
import static io.daybook.command.cart.Carts.ORDER;
import static io.daybook.command.cart.Carts.SECOND;
import static io.daybook.command.cart.Carts.chai;
import static io.daybook.command.cart.Carts.cleared;
import static io.daybook.command.cart.Carts.coffee;
import static io.daybook.command.cart.Carts.expired;
import static io.daybook.command.cart.Carts.given;

import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartCommand.ExpireCart;
import io.daybook.cart.CartRejection;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class ExpireCartTest {

  @Test
  void a_cart_that_was_not_used_ends() {
    given(chai(2))
        .when(new ExpireCart(ADAS, AT), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(expired(AT));
  }

  @Test
  void a_cart_that_was_used_goes_on() {
    given(chai(2))
        .when(new ExpireCart(ADAS, AT.minusMillis(1)), Given.by(Given.PROCESS))
        .expectException(Rejected.with(CartRejection.CART_STILL_ACTIVE))
        .expectNoEvents();
  }

  @Test
  void an_expired_cart_expires_once() {
    given(chai(2), expired(AT))
        .when(new ExpireCart(ADAS, AT), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_empty_cart_has_nothing_to_expire() {
    given(chai(2), cleared(ORDER, "ORDERED"))
        .when(new ExpireCart(ADAS, EARLIER), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_expired_cart_can_be_used_again() {
    given(chai(2), expired(AT))
        .when(new AddItemToCart(ADAS, ADA, SECOND, COFFEE, null, 1, null), Given.by(Given.CUSTOMER))
        .expectEvents(coffee(1));
  }

  @Test
  void a_cart_that_does_not_exist_does_not_expire() {
    given()
        .when(new ExpireCart(ADAS, AT), Given.by(Given.PROCESS))
        .expectException(AggregateNotFoundException.class);
  }
}
