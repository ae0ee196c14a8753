package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.AT;
import static io.daybook.command.inventory.Stocks.CHAI;
import static io.daybook.command.inventory.Stocks.COFFEE;
import static io.daybook.command.inventory.Stocks.LARGE;
import static io.daybook.command.inventory.Stocks.ORDER;
import static io.daybook.command.inventory.Stocks.SMALL;
import static io.daybook.command.inventory.Stocks.counted;
import static io.daybook.command.inventory.Stocks.given;
import static io.daybook.command.inventory.Stocks.reserved;
import static io.daybook.command.inventory.Stocks.soldOut;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryEvent.InventoryQuantitySet;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.id.InventoryId;
import org.junit.jupiter.api.Test;

class SetInventoryQuantityTest {

  @Test
  void a_count_sets_what_is_on_hand() {
    given(counted(0, 10))
        .when(count(12), Given.by(Given.STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(counted(10, 12));
  }

  @Test
  void the_first_count_creates_the_stock() {
    given().when(count(10), Given.by(Given.STAFF)).expectEvents(counted(0, 10));
  }

  @Test
  void the_first_count_is_recorded_even_if_it_finds_nothing() {
    given().when(count(0), Given.by(Given.STAFF)).expectEvents(counted(0, 0), soldOut());
  }

  @Test
  void the_stock_of_a_variant_is_its_own() {
    InventoryId id = InventoryId.of(CHAI, SMALL);
    given()
        .when(new SetInventoryQuantity(CHAI, SMALL, 4, "count"), Given.by(Given.STAFF))
        .expectEvents(
            new InventoryQuantitySet(id, CHAI, SMALL, 0, 4, "count", Given.STAFF.toString(), AT));
  }

  @Test
  void counting_the_same_again_records_nothing() {
    given(counted(0, 10))
        .when(count(10), Given.by(Given.STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void what_is_reserved_must_be_on_hand() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(count(3), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.NEGATIVE_STOCK))
        .expectNoEvents();
  }

  @Test
  void a_count_may_leave_exactly_what_is_reserved() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(count(4), Given.by(Given.STAFF))
        .expectEvents(counted(10, 4), soldOut());
  }

  @Test
  void a_count_is_not_negative() {
    given(counted(0, 10))
        .when(count(-1), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.NEGATIVE_QUANTITY));
  }

  @Test
  void a_count_gives_its_reason() {
    given(counted(0, 10))
        .when(new SetInventoryQuantity(CHAI, null, 5, " "), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.MISSING_REASON));
  }

  @Test
  void an_unknown_product_has_no_stock() {
    given()
        .when(new SetInventoryQuantity(COFFEE, null, 5, "count"), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.PRODUCT_NOT_FOUND))
        .expectNoEvents();
  }

  @Test
  void an_unknown_variant_has_no_stock() {
    given()
        .when(new SetInventoryQuantity(CHAI, LARGE, 5, "count"), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.PRODUCT_NOT_FOUND));
  }

  private static SetInventoryQuantity count(int quantity) {
    return new SetInventoryQuantity(CHAI, null, quantity, "count");
  }
}
