package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.CHAI;
import static io.daybook.command.inventory.Stocks.COFFEE;
import static io.daybook.command.inventory.Stocks.counted;
import static io.daybook.command.inventory.Stocks.given;
import static io.daybook.command.inventory.Stocks.low;
import static io.daybook.command.inventory.Stocks.threshold;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import io.daybook.inventory.InventoryCommand.SetLowStockThreshold;
import io.daybook.inventory.InventoryRejection;
import org.junit.jupiter.api.Test;

class SetLowStockThresholdTest {

  @Test
  void the_shop_says_when_it_wants_to_be_told() {
    given(counted(0, 10))
        .when(tellBelow(3), Given.by(Given.STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(threshold(3));
  }

  @Test
  void it_may_say_so_before_there_is_any_stock() {
    given().when(tellBelow(3), Given.by(Given.STAFF)).expectEvents(threshold(3));
  }

  @Test
  void setting_the_same_threshold_again_records_nothing() {
    given(counted(0, 10), threshold(3))
        .when(tellBelow(3), Given.by(Given.STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_threshold_above_what_is_available_is_told_at_once() {
    given(counted(0, 10), threshold(3))
        .when(tellBelow(20), Given.by(Given.STAFF))
        .expectEvents(threshold(20), low(10, 20));
  }

  @Test
  void a_threshold_is_not_negative() {
    given(counted(0, 10))
        .when(tellBelow(-1), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.INVALID_THRESHOLD));
  }

  @Test
  void an_unknown_product_has_no_threshold() {
    given()
        .when(new SetLowStockThreshold(COFFEE, null, 3), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.PRODUCT_NOT_FOUND));
  }

  private static SetLowStockThreshold tellBelow(int threshold) {
    return new SetLowStockThreshold(CHAI, null, threshold);
  }
}
