package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.CHAI;
import static io.daybook.command.inventory.Stocks.ORDER;
import static io.daybook.command.inventory.Stocks.OTHER_ORDER;
import static io.daybook.command.inventory.Stocks.counted;
import static io.daybook.command.inventory.Stocks.expiring;
import static io.daybook.command.inventory.Stocks.given;
import static io.daybook.command.inventory.Stocks.released;
import static io.daybook.command.inventory.Stocks.reserved;
import static io.daybook.command.inventory.Stocks.shelf;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.id.OrderId;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class ReleaseInventoryTest {

  @Test
  void an_order_gives_up_its_hold() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(release(4, ORDER), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(released(ORDER, 4));
  }

  @Test
  void an_order_gives_up_a_part_of_its_hold() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(release(1, ORDER), Given.by(Given.PROCESS))
        .expectEvents(released(ORDER, 1));
  }

  @Test
  void giving_up_the_same_hold_again_is_harmless() {
    given(counted(0, 10), reserved(ORDER, 4), released(ORDER, 4))
        .when(release(4, ORDER), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void the_same_command_delivered_twice_releases_once() {
    CommandMessage<?> message =
        new GenericCommandMessage<>(release(1, ORDER)).withMetaData(Given.by(Given.PROCESS));

    shelf()
        .given(Given.events(counted(0, 10), reserved(ORDER, 4)))
        .andGivenCommands(message)
        .when(message)
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_process_gives_up_what_is_still_held_where_that_is_less() {
    given(counted(0, 10), reserved(ORDER, 5), released(ORDER, 2), reserved(OTHER_ORDER, 4))
        .when(release(5, ORDER), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(released(ORDER, 3));
  }

  @Test
  void a_process_that_finds_nothing_held_has_nothing_to_do() {
    given(counted(0, 10), reserved(OTHER_ORDER, 4))
        .when(release(1, ORDER), Given.by(Given.PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_order_that_gives_up_all_it_wanted_keeps_nothing_that_was_held_for_it_beside() {
    given(counted(0, 10), reserved(ORDER, 4), expiring(ORDER, 2))
        .when(release(4, ORDER), Given.by(Given.PROCESS))
        .expectEvents(released(ORDER, 6));
  }

  @Test
  void staff_give_up_no_more_than_an_order_holds() {
    given(counted(0, 10), reserved(ORDER, 4), reserved(OTHER_ORDER, 4))
        .when(release(5, ORDER), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.QUANTITY_EXCEEDS_RESERVED))
        .expectNoEvents();
  }

  @Test
  void staff_cannot_give_up_what_an_order_does_not_hold() {
    given(counted(0, 10), reserved(OTHER_ORDER, 4))
        .when(release(1, ORDER), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.QUANTITY_EXCEEDS_RESERVED));
  }

  @Test
  void without_an_order_the_oldest_holds_are_given_up_first() {
    given(counted(0, 10), expiring(OTHER_ORDER, 4), expiring(ORDER, 4))
        .when(release(5, null), Given.by(Given.STAFF))
        .expectEvents(released(OTHER_ORDER, 4), released(ORDER, 1));
  }

  @Test
  void without_an_order_no_more_is_given_up_than_all_hold() {
    given(counted(0, 10), expiring(OTHER_ORDER, 4), expiring(ORDER, 4))
        .when(release(9, null), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.QUANTITY_EXCEEDS_RESERVED));
  }

  @Test
  void without_an_order_nothing_is_taken_from_a_placed_one() {
    given(counted(0, 10), reserved(OTHER_ORDER, 4), expiring(ORDER, 4))
        .when(release(3, null), Given.by(Given.STAFF))
        .expectEvents(released(ORDER, 3));
  }

  @Test
  void without_an_order_what_placed_orders_hold_is_not_enough() {
    given(counted(0, 10), reserved(OTHER_ORDER, 4), expiring(ORDER, 4))
        .when(release(5, null), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.QUANTITY_EXCEEDS_RESERVED))
        .expectNoEvents();
  }

  @Test
  void a_hold_ends_when_its_time_is_over() {
    given(counted(0, 10), expiring(ORDER, 3))
        .when(release(3, ORDER), Given.by(Stocks.EXPIRY))
        .expectEvents(released(ORDER, 3));
  }

  @Test
  void a_hold_that_a_placed_order_raised_does_not_end_by_itself() {
    given(counted(0, 10), expiring(ORDER, 3), reserved(ORDER, 2))
        .when(release(3, ORDER), Given.by(Stocks.EXPIRY))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void what_was_held_beside_a_placed_order_ends_alone() {
    given(counted(0, 10), reserved(ORDER, 4), expiring(ORDER, 2))
        .when(release(5, ORDER), Given.by(Stocks.EXPIRY))
        .expectEvents(released(ORDER, 2));
  }

  @Test
  void at_least_one_piece_is_released() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(release(0, ORDER), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.INVALID_QUANTITY));
  }

  @Test
  void a_release_gives_its_reason() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(new ReleaseInventory(CHAI, null, 4, "", ORDER), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.MISSING_REASON));
  }

  @Test
  void what_was_never_stocked_has_nothing_to_release() {
    given()
        .when(release(1, ORDER), Given.by(Given.STAFF))
        .expectException(AggregateNotFoundException.class);
  }

  private static ReleaseInventory release(int quantity, OrderId order) {
    return new ReleaseInventory(CHAI, null, quantity, "cancelled", order);
  }
}
