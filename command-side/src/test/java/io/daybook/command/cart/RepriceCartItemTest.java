package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.ADAS;
import static io.daybook.command.cart.Carts.FIRST;
import static io.daybook.command.cart.Carts.PRICE;
import static io.daybook.command.cart.Carts.chai;
import static io.daybook.command.cart.Carts.chaiCosts;
import static io.daybook.command.cart.Carts.coffee;
import static io.daybook.command.cart.Carts.euro;
import static io.daybook.command.cart.Carts.given;

import io.daybook.cart.CartCommand.RepriceCartItem;
import io.daybook.cart.CartRejection;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.Money;
import org.junit.jupiter.api.Test;

class RepriceCartItemTest {

  @Test
  void a_line_gets_the_shops_new_price() {
    given(chai(2))
        .when(new RepriceCartItem(ADAS, FIRST, euro(1900)), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(chaiCosts(PRICE, euro(1900)));
  }

  @Test
  void the_same_price_again_records_nothing() {
    given(chai(2), chaiCosts(PRICE, euro(1900)))
        .when(new RepriceCartItem(ADAS, FIRST, euro(1900)), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_line_that_is_not_there_has_no_price() {
    given(coffee(1))
        .when(new RepriceCartItem(ADAS, FIRST, euro(1900)), Given.by(Given.PROCESS))
        .expectException(Rejected.with(CartRejection.ITEM_NOT_IN_CART));
  }

  @Test
  void all_lines_keep_one_currency() {
    given(chai(2), coffee(1))
        .when(new RepriceCartItem(ADAS, FIRST, Money.of(1900, "USD")), Given.by(Given.PROCESS))
        .expectException(Rejected.with(CartRejection.CURRENCY_MISMATCH));
  }

  @Test
  void the_only_line_may_change_its_currency() {
    Money dollars = Money.of(1900, "USD");
    given(chai(2))
        .when(new RepriceCartItem(ADAS, FIRST, dollars), Given.by(Given.PROCESS))
        .expectEvents(chaiCosts(PRICE, dollars));
  }
}
