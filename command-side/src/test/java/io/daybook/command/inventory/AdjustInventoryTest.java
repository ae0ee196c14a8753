package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.CHAI;
import static io.daybook.command.inventory.Stocks.COFFEE;
import static io.daybook.command.inventory.Stocks.ORDER;
import static io.daybook.command.inventory.Stocks.adjusted;
import static io.daybook.command.inventory.Stocks.counted;
import static io.daybook.command.inventory.Stocks.given;
import static io.daybook.command.inventory.Stocks.reserved;
import static io.daybook.command.inventory.Stocks.shelf;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import io.daybook.inventory.InventoryCommand.AdjustInventory;
import io.daybook.inventory.InventoryRejection;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;

class AdjustInventoryTest {

  @Test
  void an_adjustment_moves_what_is_on_hand() {
    given(counted(0, 10))
        .when(adjust(-3), Given.by(Given.STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(adjusted(-3, 7));
  }

  @Test
  void the_first_adjustment_creates_the_stock() {
    given().when(adjust(5), Given.by(Given.STAFF)).expectEvents(adjusted(5, 5));
  }

  @Test
  void an_adjustment_never_takes_more_than_there_is() {
    given(counted(0, 10))
        .when(adjust(-11), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.NEGATIVE_STOCK))
        .expectNoEvents();
  }

  @Test
  void an_adjustment_never_takes_what_is_reserved() {
    given(counted(0, 10), reserved(ORDER, 8))
        .when(adjust(-3), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.NEGATIVE_STOCK));
  }

  @Test
  void an_adjustment_moves_something() {
    given(counted(0, 10))
        .when(adjust(0), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.INVALID_QUANTITY));
  }

  @Test
  void no_more_can_be_on_hand_than_can_be_counted() {
    given(counted(0, 10))
        .when(adjust(Integer.MAX_VALUE), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.INVALID_QUANTITY));
  }

  @Test
  void an_adjustment_gives_its_reason() {
    given(counted(0, 10))
        .when(new AdjustInventory(CHAI, null, 1, null), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.MISSING_REASON));
  }

  @Test
  void an_unknown_product_has_no_stock() {
    given()
        .when(new AdjustInventory(COFFEE, null, 5, "found"), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.PRODUCT_NOT_FOUND));
  }

  @Test
  void the_same_command_delivered_twice_adjusts_once() {
    CommandMessage<?> message =
        new GenericCommandMessage<>(adjust(-3)).withMetaData(Given.by(Given.STAFF));

    shelf()
        .given(Given.events(counted(0, 10)))
        .andGivenCommands(message)
        .when(message)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void another_command_of_the_same_content_is_another_adjustment() {
    given(counted(0, 10), adjusted(-3, 7))
        .when(adjust(-3), Given.by(Given.STAFF))
        .expectEvents(adjusted(-3, 4));
  }

  private static AdjustInventory adjust(int adjustment) {
    return new AdjustInventory(CHAI, null, adjustment, "breakage");
  }
}
