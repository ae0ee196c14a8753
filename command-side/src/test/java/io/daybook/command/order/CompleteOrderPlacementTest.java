package io.daybook.command.order;

import static io.daybook.command.order.Orders.CONFIRMED;
import static io.daybook.command.order.Orders.FAILED;
import static io.daybook.command.order.Orders.PLACED;
import static io.daybook.command.order.Orders.STARTED;
import static io.daybook.command.testing.Given.PROCESS;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;

import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.Rejected;
import io.daybook.command.testing.Shop;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderRejection;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class CompleteOrderPlacementTest {

  @Test
  void an_order_whose_placement_is_complete_is_pending() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED))
        .when(new CompleteOrderPlacement(ORDER, PAYMENT), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(PLACED);
  }

  @Test
  void completing_again_changes_nothing() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED))
        .when(new CompleteOrderPlacement(ORDER, PAYMENT), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void completing_late_changes_nothing() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED))
        .when(new CompleteOrderPlacement(ORDER, PAYMENT), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_failed_placement_cannot_be_completed() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, FAILED))
        .when(new CompleteOrderPlacement(ORDER, PAYMENT), by(PROCESS))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.INVALID_STATUS_TRANSITION));
  }

  /// The payment came at the moment at which the customer gave up.
  @Test
  void a_placement_that_is_being_ended_is_not_completed() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, Orders.CANCEL_REQUESTED))
        .when(new CompleteOrderPlacement(ORDER, PAYMENT), by(PROCESS))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.PLACEMENT_CANCELLED));
  }

  @Test
  void an_order_that_does_not_exist_is_not_found() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .givenNoPriorActivity()
        .when(new CompleteOrderPlacement(ORDER, PAYMENT), by(PROCESS))
        .expectException(AggregateNotFoundException.class);
  }
}
