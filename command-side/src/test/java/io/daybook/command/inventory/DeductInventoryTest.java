package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.CHAI;
import static io.daybook.command.inventory.Stocks.ORDER;
import static io.daybook.command.inventory.Stocks.OTHER_ORDER;
import static io.daybook.command.inventory.Stocks.adjusted;
import static io.daybook.command.inventory.Stocks.counted;
import static io.daybook.command.inventory.Stocks.deducted;
import static io.daybook.command.inventory.Stocks.expiring;
import static io.daybook.command.inventory.Stocks.given;
import static io.daybook.command.inventory.Stocks.low;
import static io.daybook.command.inventory.Stocks.released;
import static io.daybook.command.inventory.Stocks.reserved;
import static io.daybook.command.inventory.Stocks.shelf;
import static io.daybook.command.inventory.Stocks.soldOut;
import static io.daybook.command.inventory.Stocks.threshold;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryRejection;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;

class DeductInventoryTest {

  @Test
  void a_shipped_order_takes_its_hold_off_the_shelf() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(deduct(4), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(deducted(ORDER, 4));
  }

  @Test
  void an_order_may_be_shipped_in_parts() {
    given(counted(0, 10), reserved(ORDER, 4), deducted(ORDER, 1))
        .when(deduct(3), Given.by(Given.PROCESS))
        .expectEvents(deducted(ORDER, 3));
  }

  @Test
  void deducting_the_same_hold_again_is_harmless() {
    given(counted(0, 10), reserved(ORDER, 4), deducted(ORDER, 4))
        .when(deduct(4), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void the_same_command_delivered_twice_deducts_once() {
    CommandMessage<?> message =
        new GenericCommandMessage<>(deduct(2)).withMetaData(Given.by(Given.PROCESS));

    shelf()
        .given(Given.events(counted(0, 10), reserved(ORDER, 4)))
        .andGivenCommands(message)
        .when(message)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void taking_the_last_pieces_off_the_shelf_says_nothing_new_about_what_is_available() {
    given(threshold(3), counted(0, 4), reserved(ORDER, 4), low(0, 3), soldOut())
        .when(deduct(4), Given.by(Given.PROCESS))
        .expectEvents(deducted(ORDER, 4));
  }

  @Test
  void what_a_shipped_order_no_longer_holds_is_taken_from_what_is_available() {
    given(counted(0, 10), reserved(ORDER, 5), released(ORDER, 2), reserved(OTHER_ORDER, 4))
        .when(deduct(5), Given.by(Given.PROCESS))
        .expectResultMessagePayload(5)
        .expectEvents(reserved(ORDER, 2), deducted(ORDER, 5));
  }

  @Test
  void what_was_released_and_shipped_all_the_same_leaves_the_shelf() {
    given(counted(0, 10), reserved(ORDER, 4), released(ORDER, 4))
        .when(deduct(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(4)
        .expectEvents(reserved(ORDER, 4), deducted(ORDER, 4));
  }

  @Test
  void the_last_pieces_that_were_not_held_are_told_of() {
    given(threshold(3), counted(0, 5), reserved(ORDER, 1))
        .when(deduct(5), Given.by(Given.PROCESS))
        .expectEvents(reserved(ORDER, 4), low(0, 3), soldOut(), deducted(ORDER, 5));
  }

  @Test
  void nothing_is_taken_that_another_order_holds() {
    given(counted(0, 8), reserved(ORDER, 3), reserved(OTHER_ORDER, 4))
        .when(deduct(5), Given.by(Given.PROCESS))
        .expectResultMessagePayload(4)
        .expectEvents(reserved(ORDER, 1), soldOut(), deducted(ORDER, 4));
  }

  @Test
  void where_nothing_is_left_nothing_leaves_the_shelf() {
    given(counted(0, 4), reserved(OTHER_ORDER, 4))
        .when(deduct(5), Given.by(Given.PROCESS))
        .expectResultMessagePayload(0)
        .expectNoEvents();
  }

  @Test
  void what_was_short_is_not_taken_later_by_a_repetition() {
    given(counted(0, 3), reserved(ORDER, 3), deducted(ORDER, 3), adjusted(7, 7))
        .when(deduct(5), Given.by(Given.PROCESS))
        .expectResultMessagePayload(3)
        .expectNoEvents();
  }

  @Test
  void what_is_held_beside_a_shipped_order_is_left_to_end_by_itself() {
    given(counted(0, 10), reserved(ORDER, 5), expiring(ORDER, 3), deducted(ORDER, 5))
        .when(deduct(5), Given.by(Given.PROCESS))
        .expectResultMessagePayload(5)
        .expectNoEvents();
  }

  @Test
  void a_shipped_order_is_known_after_what_was_held_beside_it_has_ended() {
    given(
            counted(0, 10),
            reserved(ORDER, 5),
            expiring(ORDER, 3),
            deducted(ORDER, 5),
            released(ORDER, 3))
        .when(deduct(5), Given.by(Given.PROCESS))
        .expectResultMessagePayload(5)
        .expectNoEvents();
  }

  @Test
  void at_least_one_piece_is_deducted() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(deduct(0), Given.by(Given.PROCESS))
        .expectException(Rejected.with(InventoryRejection.INVALID_QUANTITY));
  }

  private static DeductInventory deduct(int quantity) {
    return new DeductInventory(CHAI, null, quantity, ORDER);
  }
}
