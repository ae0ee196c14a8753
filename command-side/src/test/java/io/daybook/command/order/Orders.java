package io.daybook.command.order;

import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Shop.ADA;
import static io.daybook.command.testing.Shop.ADDRESS;
import static io.daybook.command.testing.Shop.CART;
import static io.daybook.command.testing.Shop.HOME;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;
import static io.daybook.command.testing.Shop.TEA;
import static io.daybook.command.testing.Shop.TEA_LINE;
import static io.daybook.command.testing.Shop.eur;

import io.daybook.command.model.DecisionModels;
import io.daybook.command.payment.ShopGateways;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.Shop;
import io.daybook.eventstore.Claims;
import io.daybook.order.LineItem;
import io.daybook.order.OrderCommand.PlaceOrder;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderConfirmed;
import io.daybook.order.OrderEvent.OrderDelivered;
import io.daybook.order.OrderEvent.OrderIssueRaised;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementCancelRequested;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.order.OrderIssue;
import io.daybook.order.OrderRejection;
import io.daybook.order.StaffTerms;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;

/// An order of three teas at 12.99, with 4.90 for shipping and 10 % tax, in each of its states.
final class Orders {
  static final String NUMBER = OrderNumbers.candidate(ORDER, 0);
  static final List<LineItem> LINES =
      List.of(
          new LineItem(
              TEA_LINE,
              TEA,
              null,
              "Tea",
              3,
              eur(1299),
              eur(1299),
              BigDecimal.ZERO,
              eur(0),
              eur(3897),
              null,
              Map.of()));
  static final OrderPlacementStarted STARTED =
      new OrderPlacementStarted(
          ORDER,
          NUMBER,
          ADA,
          CART,
          LINES,
          eur(3897),
          eur(490),
          eur(439),
          eur(4826),
          ADDRESS,
          "sandbox:approve",
          null,
          NOW);
  static final OrderPlaced PLACED =
      new OrderPlaced(
          ORDER, NUMBER, ADA, CART, PAYMENT, LINES, eur(3897), eur(490), eur(439), eur(4826),
          ADDRESS, NOW);
  static final OrderPlacementFailed FAILED =
      new OrderPlacementFailed(
          ORDER, NUMBER, ADA, CART, OrderRejection.OUT_OF_STOCK, "one left", TEA, 1, NOW);
  static final OrderConfirmed CONFIRMED = new OrderConfirmed(ORDER, NUMBER, NOW, "staff:usr_7");
  static final OrderShipped SHIPPED = new OrderShipped(ORDER, NUMBER, "1Z999", "UPS", NOW);
  static final OrderDelivered DELIVERED = new OrderDelivered(ORDER, NUMBER, NOW);
  static final OrderCancelled CANCELLED =
      new OrderCancelled(ORDER, NUMBER, ADA, "changed my mind", LINES, NOW);

  static final OrderPlacementCancelRequested CANCEL_REQUESTED =
      new OrderPlacementCancelRequested(ORDER, NUMBER, "changed my mind", NOW);
  static final OrderIssueRaised PAYMENT_MISSING =
      new OrderIssueRaised(ORDER, NUMBER, OrderIssue.PAYMENT_MISSING, "declined", eur(4826), NOW);

  private Orders() {}

  static FixtureConfiguration<Order> fixture(DecisionModels models, Claims claims) {
    ShopGateways gateways = new ShopGateways(method -> method.gateway().equals("sandbox"));
    return Given.aggregate(Order.class, new Checkout(models, claims, Shop.POLICY, gateways));
  }

  static PlaceOrder place(@Nullable StaffTerms terms) {
    return new PlaceOrder(ORDER, ADA, HOME, "sandbox:approve", null, null, terms);
  }
}
