package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.AT;
import static io.daybook.command.inventory.Stocks.CHAI;
import static io.daybook.command.inventory.Stocks.COFFEE;
import static io.daybook.command.inventory.Stocks.ORDER;
import static io.daybook.command.inventory.Stocks.OTHER_ORDER;
import static io.daybook.command.inventory.Stocks.RESERVATION;
import static io.daybook.command.inventory.Stocks.SHELF;
import static io.daybook.command.inventory.Stocks.SMALL;
import static io.daybook.command.inventory.Stocks.adjusted;
import static io.daybook.command.inventory.Stocks.counted;
import static io.daybook.command.inventory.Stocks.deducted;
import static io.daybook.command.inventory.Stocks.expiring;
import static io.daybook.command.inventory.Stocks.given;
import static io.daybook.command.inventory.Stocks.low;
import static io.daybook.command.inventory.Stocks.refused;
import static io.daybook.command.inventory.Stocks.released;
import static io.daybook.command.inventory.Stocks.reserved;
import static io.daybook.command.inventory.Stocks.shelf;
import static io.daybook.command.inventory.Stocks.soldOut;
import static io.daybook.command.inventory.Stocks.threshold;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryEvent.InventoryQuantitySet;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.InventoryId;
import java.time.Instant;
import java.util.List;
import org.hamcrest.CustomTypeSafeMatcher;
import org.junit.jupiter.api.Test;

class ReserveInventoryTest {

  @Test
  void an_order_holds_what_it_asks_for() {
    given(counted(0, 10))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(true)
        .expectEvents(reserved(ORDER, 4));
  }

  @Test
  void the_last_piece_can_be_reserved() {
    given(counted(0, 4))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(true)
        .expectEvents(reserved(ORDER, 4), soldOut());
  }

  @Test
  void a_process_is_told_that_too_little_is_left() {
    given(counted(0, 10), reserved(OTHER_ORDER, 7))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(false)
        .expectEvents(refused(ORDER, 4, 3));
  }

  @Test
  void a_process_is_told_that_there_never_was_any() {
    given()
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(false)
        .expectEvents(refused(ORDER, 4, 0));
  }

  @Test
  void a_caller_is_refused_when_too_little_is_left() {
    given(counted(0, 10), reserved(OTHER_ORDER, 7))
        .when(reserve(4), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.INSUFFICIENT_STOCK))
        .expectException(
            new CustomTypeSafeMatcher<Rejection>("names the product and what is left") {
              @Override
              protected boolean matchesSafely(Rejection rejection) {
                return rejection.violations().stream()
                    .map(Rejection.Violation::value)
                    .toList()
                    .containsAll(List.of(CHAI.value(), "3"));
              }
            })
        .expectNoEvents();
  }

  @Test
  void a_callers_hold_ends_by_itself_after_the_tenants_time_for_it() {
    given(counted(0, 10))
        .when(reserve(4), Given.by(Given.STAFF))
        .expectResultMessagePayload(true)
        .expectEvents(new InventoryReserved(SHELF, CHAI, null, 4, ORDER, AT, AT.plus(RESERVATION)));
  }

  @Test
  void a_caller_may_say_when_the_hold_ends() {
    Instant end = AT.plusSeconds(60);
    given(counted(0, 10))
        .when(new ReserveInventory(CHAI, null, 4, ORDER, end), Given.by(Given.STAFF))
        .expectEvents(new InventoryReserved(SHELF, CHAI, null, 4, ORDER, AT, end));
  }

  @Test
  void asking_again_for_the_same_holds_it_once() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(true)
        .expectNoEvents();
  }

  @Test
  void asking_for_more_raises_the_hold_by_the_difference() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(reserve(6), Given.by(Given.PROCESS))
        .expectResultMessagePayload(true)
        .expectEvents(reserved(ORDER, 2));
  }

  @Test
  void a_process_takes_over_a_hold_that_would_end_by_itself() {
    given(counted(0, 10), expiring(ORDER, 4))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(true)
        .expectEvents(released(ORDER, 4, "PLACEMENT"), reserved(ORDER, 4));
  }

  @Test
  void a_process_takes_over_no_more_than_it_asks_for() {
    given(counted(0, 8), expiring(ORDER, 8), soldOut())
        .when(reserve(5), Given.by(Given.PROCESS))
        .expectEvents(released(ORDER, 8, "PLACEMENT"), reserved(ORDER, 5));
  }

  @Test
  void a_hold_is_taken_over_once() {
    given(counted(0, 10), expiring(ORDER, 4), released(ORDER, 4, "PLACEMENT"), reserved(ORDER, 4))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(true)
        .expectNoEvents();
  }

  @Test
  void taking_over_the_last_pieces_says_nothing_new_about_what_is_available() {
    given(threshold(3), counted(0, 4), expiring(ORDER, 4), low(0, 3), soldOut())
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectEvents(released(ORDER, 4, "PLACEMENT"), reserved(ORDER, 4));
  }

  @Test
  void what_is_held_beside_a_placed_order_is_left_to_end_by_itself() {
    given(counted(0, 10), reserved(ORDER, 4), expiring(ORDER, 2))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(true)
        .expectNoEvents();
  }

  @Test
  void asking_for_less_never_lowers_the_hold() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(reserve(2), Given.by(Given.PROCESS))
        .expectResultMessagePayload(true)
        .expectNoEvents();
  }

  @Test
  void a_late_repetition_does_not_hold_again_what_was_shipped() {
    given(counted(0, 10), reserved(ORDER, 4), deducted(ORDER, 4))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(true)
        .expectNoEvents();
  }

  @Test
  void a_partly_shipped_order_does_not_hold_again_what_was_shipped() {
    given(counted(0, 10), reserved(ORDER, 4), deducted(ORDER, 1))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectNoEvents();
  }

  @Test
  void a_refused_process_may_ask_again_and_is_refused_without_a_second_event() {
    given(counted(0, 3), refused(ORDER, 4, 3))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(false)
        .expectNoEvents();
  }

  @Test
  void a_refused_process_gets_it_as_soon_as_it_has_become_possible() {
    given(counted(0, 3), refused(ORDER, 4, 3), adjusted(7, 10))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(true)
        .expectEvents(reserved(ORDER, 4));
  }

  @Test
  void what_was_released_can_be_reserved_again() {
    given(counted(0, 10), reserved(ORDER, 4), released(ORDER, 4))
        .when(reserve(4), Given.by(Given.PROCESS))
        .expectResultMessagePayload(true)
        .expectEvents(reserved(ORDER, 4));
  }

  @Test
  void at_least_one_piece_is_reserved() {
    given(counted(0, 10))
        .when(reserve(0), Given.by(Given.PROCESS))
        .expectException(Rejected.with(InventoryRejection.INVALID_QUANTITY));
  }

  @Test
  void a_variant_is_not_reserved_under_another_product() {
    shelf()
        .given(
            Given.events(
                new InventoryQuantitySet(
                    InventoryId.of(CHAI, SMALL), CHAI, SMALL, 0, 9, "count", "staff:usr_7", AT)))
        .when(new ReserveInventory(COFFEE, SMALL, 1, ORDER, null), Given.by(Given.PROCESS))
        .expectException(Rejected.with(InventoryRejection.PRODUCT_NOT_FOUND));
  }

  private static ReserveInventory reserve(int quantity) {
    return new ReserveInventory(CHAI, null, quantity, ORDER, null);
  }
}
