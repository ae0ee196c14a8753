package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.CHAI;
import static io.daybook.command.inventory.Stocks.ORDER;
import static io.daybook.command.inventory.Stocks.OTHER_ORDER;
import static io.daybook.command.inventory.Stocks.adjusted;
import static io.daybook.command.inventory.Stocks.counted;
import static io.daybook.command.inventory.Stocks.given;
import static io.daybook.command.inventory.Stocks.low;
import static io.daybook.command.inventory.Stocks.refused;
import static io.daybook.command.inventory.Stocks.released;
import static io.daybook.command.inventory.Stocks.reserved;
import static io.daybook.command.inventory.Stocks.soldOut;
import static io.daybook.command.inventory.Stocks.threshold;

import io.daybook.command.testing.Given;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import org.junit.jupiter.api.Test;

class StockAlertsTest {

  @Test
  void the_shop_is_told_when_what_is_available_falls_below_the_threshold() {
    given(threshold(3), counted(0, 5))
        .when(reserve(3), Given.by(Given.PROCESS))
        .expectEvents(reserved(ORDER, 3), low(2, 3));
  }

  @Test
  void exactly_the_threshold_is_not_below_it() {
    given(threshold(3), counted(0, 5))
        .when(reserve(2), Given.by(Given.PROCESS))
        .expectEvents(reserved(ORDER, 2));
  }

  @Test
  void it_is_told_once_while_the_stock_stays_low() {
    given(threshold(3), counted(0, 5), adjusted(-3, 2), low(2, 3))
        .when(reserve(1), Given.by(Given.PROCESS))
        .expectEvents(reserved(ORDER, 1));
  }

  @Test
  void it_is_told_again_after_the_stock_has_risen() {
    given(threshold(3), counted(0, 5), adjusted(-3, 2), low(2, 3), adjusted(3, 5))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectEvents(reserved(ORDER, 4), low(1, 3));
  }

  @Test
  void a_first_count_below_the_threshold_is_told() {
    given(threshold(3))
        .when(new SetInventoryQuantity(CHAI, null, 2, "count"), Given.by(Given.STAFF))
        .expectEvents(counted(0, 2), low(2, 3));
  }

  @Test
  void the_last_piece_sold_is_told_once() {
    given(counted(0, 1), reserved(ORDER, 1), soldOut())
        .when(new ReserveInventory(CHAI, null, 1, OTHER_ORDER, null), Given.by(Given.PROCESS))
        .expectEvents(refused(OTHER_ORDER, 1, 0));
  }

  @Test
  void the_last_piece_is_told_again_after_there_were_some() {
    given(counted(0, 1), reserved(OTHER_ORDER, 1), soldOut(), released(OTHER_ORDER, 1))
        .when(reserve(1), Given.by(Given.PROCESS))
        .expectEvents(reserved(ORDER, 1), soldOut());
  }

  private static ReserveInventory reserve(int quantity) {
    return new ReserveInventory(CHAI, null, quantity, ORDER, null);
  }
}
