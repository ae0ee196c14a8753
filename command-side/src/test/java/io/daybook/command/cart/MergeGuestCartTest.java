package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.ADA;
import static io.daybook.command.cart.Carts.ADAS;
import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.BOB;
import static io.daybook.command.cart.Carts.CHAI;
import static io.daybook.command.cart.Carts.FIRST;
import static io.daybook.command.cart.Carts.GUESTS;
import static io.daybook.command.cart.Carts.PRICE;
import static io.daybook.command.cart.Carts.SECOND;
import static io.daybook.command.cart.Carts.THIRD;
import static io.daybook.command.cart.Carts.cart;
import static io.daybook.command.cart.Carts.chai;
import static io.daybook.command.cart.Carts.coffee;
import static io.daybook.command.cart.Carts.created;
import static io.daybook.command.cart.Carts.euro;
import static io.daybook.command.cart.Carts.guestChai;
import static io.daybook.command.cart.Carts.merged;
import static io.daybook.command.cart.Carts.shop;
import static io.daybook.command.cart.Carts.stock;

import io.daybook.cart.CartCommand.MergeGuestCart;
import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.MergedItem;
import io.daybook.cart.CartRejection;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.InventoryId;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class MergeGuestCartTest {
  private final KnownClaims claims = new KnownClaims();

  @Test
  void a_guests_lines_come_into_the_customers_cart() {
    merging(shop().of(GUESTS, guestChai(3)))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectEvents(mergedNow(merged(THIRD, CHAI, 3, 3)));
  }

  @Test
  void lines_of_the_same_thing_become_one() {
    merging(shop().of(GUESTS, guestChai(3)), chai(2), coffee(1))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectEvents(mergedNow(merged(FIRST, CHAI, 5, 5)));
  }

  @Test
  void quantities_are_capped_to_what_is_available() {
    merging(shop().of(GUESTS, guestChai(9)), chai(2))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectEvents(mergedNow(merged(FIRST, CHAI, 10, 11)));
  }

  @Test
  void nothing_that_the_customer_had_becomes_less() {
    merging(
            shop().of(GUESTS, guestChai(3)).of(InventoryId.of(CHAI, null), stock(CHAI, null, 1)),
            chai(2))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectEvents(mergedNow());
  }

  @Test
  void what_cannot_be_bought_any_more_is_left_behind() {
    merging(shop().of(GUESTS, guestChai(3)).of(CHAI, created(CHAI, PRICE)))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectEvents(mergedNow());
  }

  @Test
  void merged_lines_cost_what_they_cost_today() {
    merging(
            shop()
                .of(GUESTS, guestChai(3))
                .of(CHAI, created(CHAI, euro(2000)), new ProductActivated(CHAI, AT)))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectEvents(mergedNow(new MergedItem(THIRD, CHAI, null, 3, 3, euro(2000), Map.of())));
  }

  @Test
  void merging_the_same_cart_again_is_harmless() {
    claims.take(Given.TENANT.value(), ClaimKinds.GUEST_CART, GUESTS.value(), ADA.value());
    merging(shop().of(GUESTS, guestChai(3)), mergedNow(merged(THIRD, CHAI, 3, 3)))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_cart_that_another_customer_took_over_is_no_guests_cart() {
    claims.take(Given.TENANT.value(), ClaimKinds.GUEST_CART, GUESTS.value(), BOB.value());
    merging(shop().of(GUESTS, guestChai(3)), chai(2))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.GUEST_CART_NOT_FOUND))
        .expectNoEvents();
  }

  @Test
  void a_cart_that_does_not_exist_is_no_guests_cart() {
    merging(shop())
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.GUEST_CART_NOT_FOUND));
  }

  @Test
  void a_customers_cart_is_no_guests_cart() {
    ItemAddedToCart bobs =
        new ItemAddedToCart(GUESTS, BOB, THIRD, CHAI, null, 1, 1, PRICE, Map.of(), AT);
    merging(shop().of(GUESTS, bobs))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.GUEST_CART_NOT_FOUND));
  }

  @Test
  void an_unknown_customer_merges_nothing() {
    merging(shop().of(GUESTS, guestChai(3)).of(ADA))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.CUSTOMER_NOT_FOUND));
  }

  @Test
  void all_lines_have_one_currency() {
    merging(
            shop()
                .of(GUESTS, guestChai(3))
                .of(CHAI, created(CHAI, Money.of(1800, "USD")), new ProductActivated(CHAI, AT)),
            coffee(1))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.CURRENCY_MISMATCH));
  }

  @Test
  void a_line_keeps_its_id_to_itself() {
    ItemAddedToCart sameId =
        new ItemAddedToCart(GUESTS, null, SECOND, CHAI, null, 1, 1, PRICE, Map.of(), AT);
    merging(shop().of(GUESTS, sameId), coffee(1))
        .when(merge(), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.ITEM_ID_TAKEN));
  }

  private TestExecutor<Cart> merging(KnownModels models, CartEvent... events) {
    return cart(models, claims).given(Given.events(events));
  }

  private static MergeGuestCart merge() {
    return new MergeGuestCart(GUESTS, ADA);
  }

  private static CartMerged mergedNow(MergedItem... items) {
    return new CartMerged(ADAS, GUESTS, ADA, List.of(items), AT);
  }
}
