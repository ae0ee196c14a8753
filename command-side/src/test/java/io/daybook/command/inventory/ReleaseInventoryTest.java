package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.CHAI;
import static io.daybook.command.inventory.Stocks.ORDER;
import static io.daybook.command.inventory.Stocks.OTHER_ORDER;
import static io.daybook.command.inventory.Stocks.counted;
import static io.daybook.command.inventory.Stocks.given;
import static io.daybook.command.inventory.Stocks.released;
import static io.daybook.command.inventory.Stocks.reserved;
import static io.daybook.command.inventory.Stocks.shelf;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryRejection;
import io.daybook.order.OrderId;
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
  void an_order_gives_up_no_more_than_it_holds() {
    given(counted(0, 10), reserved(ORDER, 4), reserved(OTHER_ORDER, 4))
        .when(release(5, ORDER), Given.by(Given.PROCESS))
        .expectException(Rejected.with(InventoryRejection.QUANTITY_EXCEEDS_RESERVED))
        .expectNoEvents();
  }

  @Test
  void an_order_without_a_hold_has_nothing_to_give_up() {
    given(counted(0, 10), reserved(OTHER_ORDER, 4))
        .when(release(1, ORDER), Given.by(Given.PROCESS))
        .expectException(Rejected.with(InventoryRejection.QUANTITY_EXCEEDS_RESERVED));
  }

  @Test
  void without_an_order_the_oldest_holds_are_given_up_first() {
    given(counted(0, 10), reserved(OTHER_ORDER, 4), reserved(ORDER, 4))
        .when(release(5, null), Given.by(Given.STAFF))
        .expectEvents(released(OTHER_ORDER, 4), released(ORDER, 1));
  }

  @Test
  void without_an_order_no_more_is_given_up_than_all_hold() {
    given(counted(0, 10), reserved(OTHER_ORDER, 4), reserved(ORDER, 4))
        .when(release(9, null), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.QUANTITY_EXCEEDS_RESERVED));
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
