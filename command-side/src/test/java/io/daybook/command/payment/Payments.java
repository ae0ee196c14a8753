package io.daybook.command.payment;

import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Shop.ADA;
import static io.daybook.command.testing.Shop.ADDRESS;
import static io.daybook.command.testing.Shop.CART;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;
import static io.daybook.command.testing.Shop.eur;

import io.daybook.command.model.DecisionModels;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.eventstore.Claims;
import io.daybook.kernel.Event;
import io.daybook.kernel.Money;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderRejection;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentRedirected;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;

/// A payment of 48.26 for an order, in each of its states.
final class Payments {
  static final Money AMOUNT = eur(4826);
  static final Instant EXPIRY = NOW.plus(Duration.ofDays(7));
  static final String KEY = PAYMENT + "/1";
  static final PaymentRequested REQUESTED = requested(PaymentOperation.AUTHORIZE, 1);
  static final PaymentRequested CHARGING = requested(PaymentOperation.CHARGE, 1);
  static final PaymentRequested RETRIED = requested(PaymentOperation.AUTHORIZE, 2);
  static final PaymentRequested AWAITING_BROWSER =
      new PaymentRequested(
          PAYMENT,
          ORDER,
          ADA,
          PaymentOperation.REDIRECT,
          "sandbox:paypal",
          AMOUNT,
          0,
          PAYMENT + "/0",
          null,
          null,
          NOW);
  static final PaymentRequested REDIRECTING =
      new PaymentRequested(
          PAYMENT,
          ORDER,
          ADA,
          PaymentOperation.REDIRECT,
          "sandbox:paypal",
          AMOUNT,
          1,
          KEY,
          "https://shop.example/thanks",
          "https://shop.example/basket",
          NOW);

  /// The customer was quicker than the order's process.
  static final PaymentRequested REDIRECTING_UNASKED =
      new PaymentRequested(
          PAYMENT,
          ORDER,
          null,
          PaymentOperation.REDIRECT,
          "sandbox:paypal",
          AMOUNT,
          1,
          KEY,
          "https://shop.example/thanks",
          "https://shop.example/basket",
          NOW);

  static final PaymentRedirected REDIRECTED =
      new PaymentRedirected(PAYMENT, ORDER, "https://paypal.example/1", "ref-1", NOW);
  static final PaymentAuthorized AUTHORIZED =
      new PaymentAuthorized(PAYMENT, ORDER, AMOUNT, "auth-1", "sandbox:approve", NOW, EXPIRY);
  static final PaymentDeclined DECLINED_SOFTLY =
      new PaymentDeclined(PAYMENT, ORDER, AMOUNT, DeclineKind.SOFT, "INSUFFICIENT_FUNDS", NOW);
  static final PaymentDeclined DECLINED_HARD =
      new PaymentDeclined(PAYMENT, ORDER, AMOUNT, DeclineKind.HARD, "STOLEN_CARD", NOW);
  static final PaymentOutcomeUnknown UNKNOWN =
      new PaymentOutcomeUnknown(PAYMENT, ORDER, PaymentOperation.AUTHORIZE, KEY, "TIMEOUT", NOW);
  static final PaymentCaptureRequested CAPTURING =
      new PaymentCaptureRequested(
          PAYMENT, ORDER, AMOUNT, "auth-1", "sandbox:approve", "capture-key", NOW);
  static final PaymentCaptured CAPTURED =
      new PaymentCaptured(PAYMENT, ORDER, AMOUNT, "capture-1", NOW);
  static final PaymentVoided VOIDED = new PaymentVoided(PAYMENT, ORDER, "cancelled", NOW);

  static final OrderPlacementStarted STARTED =
      new OrderPlacementStarted(
          ORDER,
          "K7F3-92QD",
          ADA,
          CART,
          List.of(),
          AMOUNT,
          eur(0),
          eur(0),
          AMOUNT,
          ADDRESS,
          "sandbox:approve",
          null,
          NOW);
  static final OrderPlaced PLACED =
      new OrderPlaced(
          ORDER,
          "K7F3-92QD",
          ADA,
          CART,
          PAYMENT,
          List.of(),
          AMOUNT,
          eur(0),
          eur(0),
          AMOUNT,
          ADDRESS,
          NOW);
  static final OrderPlacementFailed PLACEMENT_FAILED =
      new OrderPlacementFailed(
          ORDER, "K7F3-92QD", ADA, CART, OrderRejection.PAYMENT_FAILED, "no", null, null, NOW);
  static final OrderCancelled CANCELLED =
      new OrderCancelled(ORDER, "K7F3-92QD", ADA, "changed my mind", List.of(), NOW);

  private Payments() {}

  static FixtureConfiguration<Payment> fixture(DecisionModels models) {
    return fixture(models, new KnownClaims());
  }

  static FixtureConfiguration<Payment> fixture(DecisionModels models, Claims claims) {
    ShopGateways gateways = new ShopGateways(method -> method.gateway().equals("sandbox"));
    return Given.aggregate(Payment.class, new PaymentRequests(models, claims, gateways));
  }

  /// The order waits for its payment.
  static KnownModels placing() {
    return new KnownModels().of(ORDER, STARTED);
  }

  /// The order stands, and has no payment.
  static KnownModels placed(Event... later) {
    return new KnownModels()
        .of(
            ORDER,
            Stream.concat(Stream.of(STARTED, PLACED), Stream.of(later)).toArray(Event[]::new));
  }

  private static PaymentRequested requested(PaymentOperation operation, int attempt) {
    return new PaymentRequested(
        PAYMENT,
        ORDER,
        ADA,
        operation,
        "sandbox:approve",
        AMOUNT,
        attempt,
        PAYMENT + "/" + attempt,
        null,
        null,
        NOW);
  }
}
