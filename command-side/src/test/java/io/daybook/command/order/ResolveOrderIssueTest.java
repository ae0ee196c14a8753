package io.daybook.command.order;

import static io.daybook.command.order.Orders.CONFIRMED;
import static io.daybook.command.order.Orders.NUMBER;
import static io.daybook.command.order.Orders.PAYMENT_MISSING;
import static io.daybook.command.order.Orders.PLACED;
import static io.daybook.command.order.Orders.SHIPPED;
import static io.daybook.command.order.Orders.STARTED;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ORDER;

import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.Shop;
import io.daybook.order.OrderCommand.ResolveOrderIssue;
import io.daybook.order.OrderEvent.OrderIssueResolved;
import io.daybook.order.OrderIssue;
import org.junit.jupiter.api.Test;

class ResolveOrderIssueTest {
  private static final OrderIssueResolved RESOLVED =
      new OrderIssueResolved(ORDER, NUMBER, OrderIssue.PAYMENT_MISSING, NOW);

  @Test
  void an_issue_was_seen_to() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED, SHIPPED, PAYMENT_MISSING))
        .when(new ResolveOrderIssue(ORDER, OrderIssue.PAYMENT_MISSING), by(STAFF))
        .expectEvents(RESOLVED);
  }

  @Test
  void what_is_no_issue_needs_nothing() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED, SHIPPED, PAYMENT_MISSING, RESOLVED))
        .when(new ResolveOrderIssue(ORDER, OrderIssue.PAYMENT_MISSING), by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }
}
