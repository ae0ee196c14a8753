package io.daybook.command.cart;

import static io.daybook.command.cart.Carts.ADA;
import static io.daybook.command.cart.Carts.ADAS;
import static io.daybook.command.cart.Carts.AT;
import static io.daybook.command.cart.Carts.CHAI;
import static io.daybook.command.cart.Carts.COFFEE;
import static io.daybook.command.cart.Carts.FIRST;
import static io.daybook.command.cart.Carts.GUESTS;
import static io.daybook.command.cart.Carts.MUG;
import static io.daybook.command.cart.Carts.ORDER;
import static io.daybook.command.cart.Carts.PRICE;
import static io.daybook.command.cart.Carts.SECOND;
import static io.daybook.command.cart.Carts.SMALL;
import static io.daybook.command.cart.Carts.THIRD;
import static io.daybook.command.cart.Carts.cart;
import static io.daybook.command.cart.Carts.chai;
import static io.daybook.command.cart.Carts.cleared;
import static io.daybook.command.cart.Carts.created;
import static io.daybook.command.cart.Carts.euro;
import static io.daybook.command.cart.Carts.given;
import static io.daybook.command.cart.Carts.guestChai;
import static io.daybook.command.cart.Carts.merged;
import static io.daybook.command.cart.Carts.shop;
import static io.daybook.command.cart.Carts.stock;

import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartRejection;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.VariantId;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;

class AddItemToCartTest {

  @Test
  void the_first_line_opens_the_cart() {
    given()
        .when(chaiWanted(FIRST, 2), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectEvents(chai(2));
  }

  @Test
  void a_guest_has_a_cart_as_well() {
    given()
        .when(new AddItemToCart(GUESTS, null, THIRD, CHAI, null, 3, null), Given.by(Given.CUSTOMER))
        .expectEvents(guestChai(3));
  }

  @Test
  void more_of_the_same_thing_is_added_to_its_line() {
    given(chai(2)).when(chaiWanted(THIRD, 3), Given.by(Given.CUSTOMER)).expectEvents(chai(3));
  }

  @Test
  void a_variant_has_its_own_price() {
    given()
        .when(mugWanted(SMALL, Map.of("engraving", "Ada")), Given.by(Given.CUSTOMER))
        .expectEvents(
            new ItemAddedToCart(
                ADAS, ADA, FIRST, MUG, SMALL, 1, 1, euro(700), Map.of("engraving", "Ada"), AT));
  }

  @Test
  void new_attributes_are_laid_over_the_lines_own() {
    given(
            new ItemAddedToCart(
                ADAS,
                ADA,
                SECOND,
                MUG,
                SMALL,
                1,
                1,
                euro(700),
                Map.of("engraving", "Bob", "gift", "yes"),
                AT))
        .when(mugWanted(SMALL, Map.of("engraving", "Ada")), Given.by(Given.CUSTOMER))
        .expectEvents(
            new ItemAddedToCart(
                ADAS,
                ADA,
                SECOND,
                MUG,
                SMALL,
                1,
                1,
                euro(700),
                Map.of("engraving", "Ada", "gift", "yes"),
                AT));
  }

  @Test
  void a_line_is_capped_to_what_is_available() {
    given().when(chaiWanted(FIRST, 12), Given.by(Given.CUSTOMER)).expectEvents(chai(10, 12));
  }

  @Test
  void what_is_added_to_a_line_is_capped_to_what_it_leaves_available() {
    given(chai(8)).when(chaiWanted(THIRD, 5), Given.by(Given.CUSTOMER)).expectEvents(chai(2, 5));
  }

  @Test
  void a_line_has_at_most_a_million_pieces() {
    KnownModels full = shop().of(InventoryId.of(CHAI, null), stock(CHAI, null, 3_000_000));
    given(full)
        .when(chaiWanted(FIRST, 1_000_001), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.INVALID_QUANTITY))
        .expectNoEvents();
    given(full, chai(999_999))
        .when(chaiWanted(THIRD, 5), Given.by(Given.CUSTOMER))
        .expectEvents(chai(1, 5));
  }

  @Test
  void a_line_that_has_all_there_is_takes_no_more() {
    given(chai(10))
        .when(chaiWanted(THIRD, 1), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.QUANTITY_EXCEEDS_STOCK))
        .expectNoEvents();
  }

  @Test
  void nothing_is_added_of_what_is_sold_out() {
    given(shop().of(InventoryId.of(CHAI, null), stock(CHAI, null, 0)))
        .when(chaiWanted(FIRST, 1), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.OUT_OF_STOCK))
        .expectNoEvents();
  }

  @Test
  void nothing_is_added_of_what_was_never_stocked() {
    given(shop().of(InventoryId.of(CHAI, null)))
        .when(chaiWanted(FIRST, 1), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.OUT_OF_STOCK));
  }

  @Test
  void the_same_line_is_added_once_however_often_it_is_asked_for() {
    given(chai(2))
        .when(chaiWanted(FIRST, 2), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void what_was_added_to_another_line_is_added_once_as_well() {
    cart(shop(), new KnownClaims())
        .given(Given.events(chai(2)))
        .andGivenCommands(
            new GenericCommandMessage<>(chaiWanted(THIRD, 3))
                .withMetaData(Given.by(Given.CUSTOMER)))
        .when(chaiWanted(THIRD, 3), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_late_repetition_does_not_bring_back_what_an_order_took() {
    given(chai(2), cleared(ORDER, "ORDERED"))
        .when(chaiWanted(FIRST, 2), Given.by(Given.CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void the_id_of_a_line_is_used_for_one_request() {
    given(chai(2))
        .when(chaiWanted(FIRST, 3), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.ITEM_ID_TAKEN));
  }

  @Test
  void the_id_of_a_merged_line_is_not_used_for_another_thing() {
    given(new CartMerged(ADAS, GUESTS, ADA, List.of(merged(THIRD, COFFEE, 1, 1)), AT))
        .when(chaiWanted(THIRD, 3), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.ITEM_ID_TAKEN));
  }

  @Test
  void a_line_has_at_least_one_piece() {
    given()
        .when(chaiWanted(FIRST, 0), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.INVALID_QUANTITY));
  }

  @Test
  void an_unknown_product_is_not_added() {
    given(shop().of(CHAI))
        .when(chaiWanted(FIRST, 1), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.PRODUCT_NOT_FOUND));
  }

  @Test
  void a_deleted_product_is_not_added() {
    given(
            shop()
                .of(
                    CHAI,
                    created(CHAI, PRICE),
                    new ProductActivated(CHAI, AT),
                    new ProductDeleted(CHAI, "staff:usr_7", AT)))
        .when(chaiWanted(FIRST, 1), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.PRODUCT_NOT_FOUND));
  }

  @Test
  void an_inactive_product_is_not_added() {
    given(shop().of(CHAI, created(CHAI, PRICE)))
        .when(chaiWanted(FIRST, 1), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.PRODUCT_INACTIVE));
  }

  @Test
  void what_is_sold_by_variant_needs_one() {
    given()
        .when(mugWanted(null, null), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.VARIANT_REQUIRED));
  }

  @Test
  void an_unknown_variant_is_not_added() {
    VariantId unknown = new VariantId("var_0192f0c1-0000-7000-8000-0000000000ff");
    given()
        .when(mugWanted(unknown, null), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.VARIANT_NOT_FOUND));
  }

  @Test
  void all_lines_have_one_currency() {
    given(
            shop()
                .of(
                    COFFEE,
                    created(COFFEE, Money.of(4600, "USD")),
                    new ProductActivated(COFFEE, AT)),
            chai(1))
        .when(new AddItemToCart(ADAS, ADA, SECOND, COFFEE, null, 1, null), Given.by(Given.CUSTOMER))
        .expectException(Rejected.with(CartRejection.CURRENCY_MISMATCH));
  }

  private static AddItemToCart chaiWanted(CartItemId id, int quantity) {
    return new AddItemToCart(ADAS, ADA, id, CHAI, null, quantity, null);
  }

  private static AddItemToCart mugWanted(VariantId variant, Map<String, String> attributes) {
    return new AddItemToCart(ADAS, ADA, FIRST, MUG, variant, 1, attributes);
  }
}
