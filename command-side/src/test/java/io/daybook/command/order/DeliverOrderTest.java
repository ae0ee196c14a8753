package io.daybook.command.order;

import static io.daybook.command.order.Orders.CONFIRMED;
import static io.daybook.command.order.Orders.DELIVERED;
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
import io.daybook.order.OrderCommand.DeliverOrder;
import io.daybook.order.OrderRejection;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class DeliverOrderTest {

  @Test
  void a_shipped_order_is_delivered() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED, SHIPPED))
        .when(new DeliverOrder(ORDER), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(DELIVERED);
  }

  @Test
  void delivering_again_changes_nothing() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED, SHIPPED, DELIVERED))
        .when(new DeliverOrder(ORDER), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_confirmed_order_cannot_be_delivered() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED))
        .when(new DeliverOrder(ORDER), by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void an_order_that_does_not_exist_is_not_found() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .givenNoPriorActivity()
        .when(new DeliverOrder(ORDER), by(STAFF))
        .expectException(AggregateNotFoundException.class);
  }
}
