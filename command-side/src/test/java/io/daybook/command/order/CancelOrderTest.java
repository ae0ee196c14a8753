package io.daybook.command.order;

import static io.daybook.command.order.Orders.CANCELLED;
import static io.daybook.command.order.Orders.CONFIRMED;
import static io.daybook.command.order.Orders.DELIVERED;
import static io.daybook.command.order.Orders.PLACED;
import static io.daybook.command.order.Orders.SHIPPED;
import static io.daybook.command.order.Orders.STARTED;
import static io.daybook.command.testing.Given.CUSTOMER;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ORDER;

import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.Rejected;
import io.daybook.command.testing.Shop;
import io.daybook.order.OrderCommand.CancelOrder;
import io.daybook.order.OrderRejection;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class CancelOrderTest {

  @Test
  void a_pending_order_is_cancelled() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED))
        .when(new CancelOrder(ORDER, "changed my mind"), by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectEvents(CANCELLED);
  }

  @Test
  void a_confirmed_order_is_cancelled() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED))
        .when(new CancelOrder(ORDER, "changed my mind"), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(CANCELLED);
  }

  @Test
  void cancelling_again_changes_nothing() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CANCELLED))
        .when(new CancelOrder(ORDER, "changed my mind"), by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_shipped_order_cannot_be_cancelled() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED, SHIPPED))
        .when(new CancelOrder(ORDER, "changed my mind"), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.ALREADY_SHIPPED));
  }

  @Test
  void a_delivered_order_cannot_be_cancelled() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED, SHIPPED, DELIVERED))
        .when(new CancelOrder(ORDER, "changed my mind"), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.ALREADY_SHIPPED));
  }

  /// Its process ends it, once it has given up the stock.
  @Test
  void a_placement_is_asked_to_end() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED))
        .when(new CancelOrder(ORDER, "changed my mind"), by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectEvents(Orders.CANCEL_REQUESTED);
  }

  @Test
  void a_placement_is_asked_to_end_once() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, Orders.CANCEL_REQUESTED))
        .when(new CancelOrder(ORDER, "really"), by(CUSTOMER))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_placement_that_has_failed_cannot_be_cancelled() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, Orders.FAILED))
        .when(new CancelOrder(ORDER, "changed my mind"), by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void a_cancellation_gives_its_reason() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED))
        .when(new CancelOrder(ORDER, null), by(CUSTOMER))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.MISSING_REASON));
  }

  @Test
  void an_order_that_does_not_exist_is_not_found() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .givenNoPriorActivity()
        .when(new CancelOrder(ORDER, "changed my mind"), by(STAFF))
        .expectException(AggregateNotFoundException.class);
  }
}
