package io.daybook.command.order;

import static io.daybook.command.order.Orders.CONFIRMED;
import static io.daybook.command.order.Orders.PLACED;
import static io.daybook.command.order.Orders.SHIPPED;
import static io.daybook.command.order.Orders.STARTED;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ORDER;

import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.Rejected;
import io.daybook.command.testing.Shop;
import io.daybook.order.OrderCommand.ShipOrder;
import io.daybook.order.OrderRejection;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class ShipOrderTest {

  @Test
  void a_confirmed_order_is_shipped() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED))
        .when(new ShipOrder(ORDER, "1Z999", "UPS"), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(SHIPPED);
  }

  @Test
  void shipping_again_with_the_same_tracking_changes_nothing() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED, SHIPPED))
        .when(new ShipOrder(ORDER, "1Z999", "UPS"), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void shipping_again_with_other_tracking_is_refused() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED, SHIPPED))
        .when(new ShipOrder(ORDER, "1Z000", "UPS"), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void a_pending_order_cannot_be_shipped() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED))
        .when(new ShipOrder(ORDER, "1Z999", "UPS"), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void a_shipment_without_a_tracking_number_is_refused() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED))
        .when(new ShipOrder(ORDER, " ", "UPS"), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.MISSING_TRACKING));
  }

  @Test
  void a_shipment_without_a_carrier_is_refused() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED))
        .when(new ShipOrder(ORDER, "1Z999", null), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.MISSING_TRACKING));
  }

  @Test
  void an_order_that_does_not_exist_is_not_found() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .givenNoPriorActivity()
        .when(new ShipOrder(ORDER, "1Z999", "UPS"), by(STAFF))
        .expectException(AggregateNotFoundException.class);
  }
}
