package io.daybook.command.order;

import static io.daybook.command.order.Orders.FAILED;
import static io.daybook.command.order.Orders.PLACED;
import static io.daybook.command.order.Orders.STARTED;
import static io.daybook.command.testing.Given.PROCESS;
import static io.daybook.command.testing.Given.TENANT;
import static io.daybook.command.testing.Given.by;
import static io.daybook.command.testing.Given.events;
import static io.daybook.command.testing.Shop.ADA;
import static io.daybook.command.testing.Shop.CART;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.Rejected;
import io.daybook.command.testing.Shop;
import io.daybook.order.OrderCommand.FailOrderPlacement;
import io.daybook.order.OrderRejection;
import org.junit.jupiter.api.Test;

class FailOrderPlacementTest {

  @Test
  void a_placement_fails_with_its_reason() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED))
        .when(
            new FailOrderPlacement(ORDER, OrderRejection.OUT_OF_STOCK, "one left", TEA, 1),
            by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectEvents(FAILED);
  }

  @Test
  void failing_again_changes_nothing() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, FAILED))
        .when(
            new FailOrderPlacement(ORDER, OrderRejection.OUT_OF_STOCK, "one left", TEA, 1),
            by(PROCESS))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_order_that_stands_cannot_fail() {
    Orders.fixture(Shop.models(), new KnownClaims())
        .given(events(STARTED, PLACED))
        .when(
            new FailOrderPlacement(ORDER, OrderRejection.OUT_OF_STOCK, "one left", TEA, 1),
            by(PROCESS))
        .expectNoEvents()
        .expectException(Rejected.with(OrderRejection.INVALID_STATUS_TRANSITION));
  }

  @Test
  void the_cart_can_be_ordered_again_and_the_customer_be_forgotten() {
    KnownClaims claims = new KnownClaims();
    claims.take(TENANT.value(), ClaimKinds.CHECKOUT, CART.value(), ORDER.value());
    claims.take(TENANT.value(), ClaimKinds.OPEN_ORDER, ORDER.value(), ADA.value());

    Orders.fixture(Shop.models(), claims)
        .given(events(STARTED))
        .when(
            new FailOrderPlacement(ORDER, OrderRejection.OUT_OF_STOCK, "one left", TEA, 1),
            by(PROCESS));

    assertThat(claims.owner(TENANT.value(), ClaimKinds.CHECKOUT, CART.value())).isEmpty();
    assertThat(claims.countOwnedBy(TENANT.value(), ClaimKinds.OPEN_ORDER, ADA.value())).isZero();
  }
}
