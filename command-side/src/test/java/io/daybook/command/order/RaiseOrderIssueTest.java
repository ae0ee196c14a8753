package io.daybook.command.order;

import static io.daybook.command.order.Orders.CONFIRMED;
import static io.daybook.command.order.Orders.NUMBER;
import static io.daybook.command.order.Orders.PAYMENT_MISSING;
import static io.daybook.command.order.Orders.PLACED;
import static io.daybook.command.order.Orders.SHIPPED;
import static io.daybook.command.order.Orders.STARTED;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.PROCESS;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.eur;

import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.Shop;
import io.daybook.kernel.Event;
import io.daybook.order.OrderCommand.RaiseOrderIssue;
import io.daybook.order.OrderEvent.OrderIssueRaised;
import io.daybook.order.OrderIssue;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class RaiseOrderIssueTest {

  @Test
  void an_issue_of_a_shipped_order_is_written_down() {
    shipped().when(raise("declined", 4826), by(PROCESS)).expectEvents(PAYMENT_MISSING);
  }

  @Test
  void the_same_again_is_no_news() {
    shipped(PAYMENT_MISSING)
        .when(raise("declined", 4826), by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void another_reason_or_amount_is_news() {
    shipped(PAYMENT_MISSING)
        .when(raise("lapsed", 1000), by(PROCESS))
        .expectEvents(
            new OrderIssueRaised(
                ORDER, NUMBER, OrderIssue.PAYMENT_MISSING, "lapsed", eur(1000), NOW));
  }

  private static RaiseOrderIssue raise(String detail, long cents) {
    return new RaiseOrderIssue(ORDER, OrderIssue.PAYMENT_MISSING, detail, eur(cents));
  }

  private static TestExecutor<Order> shipped(Event... later) {
    return Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED, CONFIRMED, SHIPPED))
        .andGiven(events(later));
  }
}
