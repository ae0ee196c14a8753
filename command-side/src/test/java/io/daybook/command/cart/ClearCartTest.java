package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.ADA;
import static io.daybook.command.cart.Carts.ADAS;
import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.CHAI;
import static io.daybook.command.cart.Carts.COFFEE;
import static io.daybook.command.cart.Carts.FIRST;
import static io.daybook.command.cart.Carts.ORDER;
import static io.daybook.command.cart.Carts.PRICE;
import static io.daybook.command.cart.Carts.SECOND;
import static io.daybook.command.cart.Carts.THIRD;
import static io.daybook.command.cart.Carts.cart;
import static io.daybook.command.cart.Carts.chai;
import static io.daybook.command.cart.Carts.chaiNow;
import static io.daybook.command.cart.Carts.chaiRemoved;
import static io.daybook.command.cart.Carts.cleared;
import static io.daybook.command.cart.Carts.coffee;
import static io.daybook.command.cart.Carts.expired;
import static io.daybook.command.cart.Carts.shop;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.id.CartItemId;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class ClearCartTest {
  private final KnownClaims claims = new KnownClaims();

  @Test
  void a_customer_empties_the_cart() {
    clearing(chai(2), coffee(1))
        .when(new ClearCart(ADAS, "CUSTOMER", null, null), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectEvents(cleared(null, "CUSTOMER"));
  }

  @Test
  void emptying_an_empty_cart_is_harmless() {
    clearing(chai(2), cleared(null, "CUSTOMER"))
        .when(new ClearCart(ADAS, "CUSTOMER", null, null), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_order_that_took_all_lines_empties_the_cart() {
    clearing(chai(2), coffee(1))
        .when(ordered(Map.of(FIRST, 2, SECOND, 1)), Given.by(Given.PROCESS))
        .expectEvents(cleared(ORDER, "ORDERED"));
  }

  @Test
  void an_order_that_does_not_say_what_it_took_empties_the_cart() {
    clearing(chai(2), coffee(1))
        .when(ordered(null), Given.by(Given.PROCESS))
        .expectEvents(cleared(ORDER, "ORDERED"));
  }

  @Test
  void a_line_that_came_after_the_order_stays() {
    clearing(chai(2), coffee(1))
        .when(ordered(Map.of(FIRST, 2)), Given.by(Given.PROCESS))
        .expectEvents(chaiRemoved("ORDERED", AT));
  }

  @Test
  void pieces_that_came_after_the_order_stay() {
    clearing(chai(2), coffee(1))
        .when(ordered(Map.of(FIRST, 1, SECOND, 1)), Given.by(Given.PROCESS))
        .expectEvents(
            chaiNow(2, 1), new ItemRemovedFromCart(ADAS, SECOND, COFFEE, null, "ORDERED", AT));
  }

  @Test
  void an_order_takes_its_lines_once() {
    claimed();
    cart(shop(), claims)
        .given(Given.events(chai(2), coffee(1)))
        .andGivenCommands(
            new GenericCommandMessage<>(ordered(Map.of(FIRST, 1)))
                .withMetaData(Given.by(Given.PROCESS)))
        .when(ordered(Map.of(FIRST, 1)), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_order_does_not_take_what_came_after_it_emptied_the_cart() {
    ItemAddedToCart after =
        new ItemAddedToCart(ADAS, ADA, THIRD, CHAI, null, 1, 1, PRICE, Map.of(), AT);
    clearing(chai(2), cleared(ORDER, "ORDERED"), after)
        .when(ordered(null), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void the_cart_can_be_ordered_from_again() {
    claimed();
    clearing(chai(2))
        .when(ordered(Map.of(FIRST, 2)), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution();

    assertThat(claims.owner(Given.TENANT.value(), ClaimKinds.CHECKOUT, ADAS.value())).isEmpty();
  }

  @Test
  void an_empty_cart_can_be_ordered_from_again_as_well() {
    claimed();
    clearing(chai(2), expired(AT))
        .when(ordered(Map.of(FIRST, 2)), Given.by(Given.PROCESS))
        .expectNoEvents();

    assertThat(claims.owner(Given.TENANT.value(), ClaimKinds.CHECKOUT, ADAS.value())).isEmpty();
  }

  @Test
  void the_checkout_of_another_order_goes_on() {
    claims.take(Given.TENANT.value(), ClaimKinds.CHECKOUT, ADAS.value(), "ord_another");
    clearing(chai(2)).when(ordered(Map.of(FIRST, 2)), Given.by(Given.PROCESS));

    assertThat(claims.owner(Given.TENANT.value(), ClaimKinds.CHECKOUT, ADAS.value()))
        .contains("ord_another");
  }

  @Test
  void a_customer_does_not_say_what_an_order_took() {
    claimed();
    clearing(chai(2))
        .when(ordered(Map.of(FIRST, 2)), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(KernelRejection.STAFF_ONLY))
        .expectNoEvents();

    assertThat(claims.owner(Given.TENANT.value(), ClaimKinds.CHECKOUT, ADAS.value())).isPresent();
  }

  @Test
  void a_cart_that_does_not_exist_is_not_cleared() {
    clearing()
        .when(new ClearCart(ADAS, "CUSTOMER", null, null), Given.by(Given.CUSTOMER))
        .expectException(AggregateNotFoundException.class);
  }

  private TestExecutor<Cart> clearing(CartEvent... events) {
    return cart(shop(), claims).given(Given.events(events));
  }

  private void claimed() {
    claims.take(Given.TENANT.value(), ClaimKinds.CHECKOUT, ADAS.value(), ORDER.value());
  }

  private static ClearCart ordered(Map<CartItemId, Integer> lines) {
    return new ClearCart(ADAS, "ORDERED", ORDER, lines);
  }
}
