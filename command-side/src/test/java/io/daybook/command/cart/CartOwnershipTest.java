package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.ADA;
import static io.daybook.command.cart.Carts.ADAS;
import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.BOB;
import static io.daybook.command.cart.Carts.CHAI;
import static io.daybook.command.cart.Carts.COFFEE;
import static io.daybook.command.cart.Carts.FIRST;
import static io.daybook.command.cart.Carts.GUESTS;
import static io.daybook.command.cart.Carts.THIRD;
import static io.daybook.command.cart.Carts.cart;
import static io.daybook.command.cart.Carts.chai;
import static io.daybook.command.cart.Carts.given;
import static io.daybook.command.cart.Carts.guestChai;
import static io.daybook.command.cart.Carts.registered;
import static io.daybook.command.cart.Carts.shop;

import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartRejection;
import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.Rejected;
import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.kernel.id.CartItemId;
import org.junit.jupiter.api.Test;

/// Who may put something into whose cart.
class CartOwnershipTest {

  @Test
  void an_unknown_customer_has_no_cart() {
    given(shop().of(ADA))
        .when(chaiWanted(FIRST, 1), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.CUSTOMER_NOT_FOUND));
  }

  @Test
  void an_erased_customer_has_no_cart() {
    given(shop().of(ADA, registered(ADA), new CustomerDataErased(ADA, ADA.uuid(), AT)))
        .when(chaiWanted(FIRST, 1), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.CUSTOMER_NOT_FOUND));
  }

  @Test
  void a_customer_adds_nothing_to_the_cart_of_another() {
    given(chai(2))
        .when(new AddItemToCart(ADAS, BOB, THIRD, COFFEE, null, 1, null), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.CART_OF_ANOTHER_CUSTOMER));
  }

  @Test
  void a_guest_adds_nothing_to_the_cart_of_a_customer() {
    given(chai(2))
        .when(new AddItemToCart(ADAS, null, THIRD, COFFEE, null, 1, null), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.CART_OF_ANOTHER_CUSTOMER));
  }

  @Test
  void a_customer_takes_a_guests_cart_over_by_a_merge_only() {
    given(guestChai(1))
        .when(
            new AddItemToCart(GUESTS, ADA, FIRST, COFFEE, null, 1, null), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.CART_OF_ANOTHER_CUSTOMER));
  }

  @Test
  void nobody_else_opens_the_cart_that_is_kept_for_a_customer() {
    given()
        .when(new AddItemToCart(ADAS, null, FIRST, CHAI, null, 1, null), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.CART_OF_ANOTHER_CUSTOMER));
  }

  @Test
  void a_merged_guests_cart_belongs_to_the_customer() {
    KnownClaims claims = new KnownClaims();
    claims.take(Given.TENANT.value(), ClaimKinds.GUEST_CART, GUESTS.value(), ADA.value());

    cart(shop(), claims)
        .given(Given.events(guestChai(1)))
        .when(
            new AddItemToCart(GUESTS, null, FIRST, COFFEE, null, 1, null), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.CART_OF_ANOTHER_CUSTOMER));
  }

  private static AddItemToCart chaiWanted(CartItemId id, int quantity) {
    return new AddItemToCart(ADAS, ADA, id, CHAI, null, quantity, null);
  }
}
