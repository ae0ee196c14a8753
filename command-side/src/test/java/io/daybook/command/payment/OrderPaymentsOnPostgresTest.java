package io.daybook.command.payment;

import static io.daybook.command.testing.Shop.ADA;
import static io.daybook.command.testing.Shop.ADDRESS;
import static io.daybook.command.testing.Shop.CART;
import static io.daybook.command.testing.Shop.eur;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.model.DecisionModels;
import io.daybook.command.testing.AtOnce;
import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.Given;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.RefundId;
import io.daybook.order.OrderCommand.CancelOrder;
import io.daybook.order.OrderCommand.ConfirmOrder;
import io.daybook.order.OrderCommand.ShipOrder;
import io.daybook.order.OrderEvent.OrderPlaced;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentCommand.RequestPayment;
import io.daybook.payment.PaymentCommand.RetryPayment;
import io.daybook.payment.PaymentCommand.ReturnUnwantedPayment;
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentRejection;
import io.daybook.payment.PaymentStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// However many pay for an order, and in whichever order things happen: no more is taken than it comes to,
/// and nothing stays of a cancelled one.
class OrderPaymentsOnPostgresTest extends CommandSideTest {
  private static final long TOTAL = 1_000;
  private static final int STEPS = 40;
  private static final int AT_ONCE = 20;

  @Autowired private DecisionModels models;

  private final OrderId order = OrderId.of(UUID.randomUUID());
  private final List<PaymentId> payments = new ArrayList<>(List.of(PaymentId.of(order)));

  @Test
  void of_twenty_payments_at_once_as_many_are_accepted_as_the_order_takes() throws Exception {
    placed();

    List<Object> answers =
        AtOnce.callers(
            AT_ONCE, _ -> answer(charge(PaymentId.of(UUID.randomUUID()), 300), Given.STAFF));

    assertThat(answers).filteredOn("accepted"::equals).hasSize(3);
    assertThat(answers)
        .filteredOn(PaymentRejection.AMOUNT_EXCEEDS_OPEN::equals)
        .hasSize(AT_ONCE - 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void no_more_is_captured_than_the_order_comes_to_and_nothing_stays_of_a_cancelled_one(long seed) {
    Random random = new Random(seed);
    placed();
    for (int step = 0; step < STEPS; step++) {
      answer(command(random), Given.STAFF);
      if (random.nextBoolean()) {
        answerOpenRequests(random);
      }
      assertThat(captured()).as("step %d", step).isLessThanOrEqualTo(TOTAL);
    }
    if (answer(new CancelOrder(order, "changed my mind"), Given.STAFF).equals("accepted")) {
      assertNothingStays();
    }
  }

  private void assertNothingStays() {
    payments.forEach(
        payment -> answer(new ReturnUnwantedPayment(payment, "cancelled"), Given.PROCESS));
    for (int round = 0; round < 4; round++) {
      answerOpenRequests(null);
    }
    assertThat(payments.stream().flatMap(payment -> model(payment)))
        .extracting(PaymentModel::status)
        .isSubsetOf(
            PaymentStatus.VOIDED,
            PaymentStatus.DECLINED,
            PaymentStatus.FAILED,
            PaymentStatus.REFUNDED);
  }

  private Command command(Random random) {
    PaymentId payment = payments.get(random.nextInt(payments.size()));
    Money amount = eur(1 + random.nextLong(TOTAL));
    return switch (random.nextInt(9)) {
      case 0 -> charge(another(), amount.amountMinor());
      case 1 -> new AuthorizePayment(another(), order, ADA, "sandbox:approve", amount);
      case 2 ->
          new AuthorizePayment(PaymentId.of(order), order, ADA, "sandbox:approve", eur(TOTAL));
      case 3 -> new CapturePayment(payment, random.nextBoolean() ? null : amount);
      case 4 -> new VoidPayment(payment, "by staff");
      case 5 -> new RefundPayment(payment, RefundId.of(UUID.randomUUID()), null, "returned");
      case 6 -> new RetryPayment(payment);
      case 7 -> new ReturnUnwantedPayment(payment, "not wanted");
      default -> random.nextBoolean() ? new ConfirmOrder(order) : new ShipOrder(order, "1Z", "UPS");
    };
  }

  private PaymentId another() {
    PaymentId payment = PaymentId.of(UUID.randomUUID());
    payments.add(payment);
    return payment;
  }

  /// @param random by which the gateway declines; null where it approves everything
  private void answerOpenRequests(Random random) {
    for (PaymentId payment : payments) {
      List<String> keys =
          model(payment).flatMap(it -> it.payment().open().keySet().stream()).toList();
      for (String key : keys) {
        GatewayAnswer answer =
            random != null && random.nextInt(3) == 0
                ? new GatewayAnswer.Declined(DeclineKind.SOFT, "no")
                : new GatewayAnswer.Approved("ref", null);
        answer(new RecordGatewayAnswer(payment, key, answer), Given.PROCESS);
      }
    }
  }

  private long captured() {
    return payments.stream()
        .flatMap(payment -> eventsOf(payment).stream())
        .mapToLong(this::taken)
        .sum();
  }

  private long taken(Event event) {
    return switch (event) {
      case PaymentCaptured captured -> captured.amount().amountMinor();
      case PaymentCompleted completed -> completed.amount().amountMinor();
      default -> 0;
    };
  }

  private Stream<PaymentModel> model(PaymentId payment) {
    return models.find(PaymentModel.DEFINITION, Given.TENANT.stream(payment)).stream();
  }

  private Object answer(Command command, Actor by) {
    try {
      send(command, by);
      return "accepted";
    } catch (Rejection rejection) {
      return rejection.code();
    }
  }

  private RequestPayment charge(PaymentId payment, long cents) {
    return new RequestPayment(payment, order, ADA, "sandbox:approve", eur(cents));
  }

  private void placed() {
    Money total = eur(TOTAL);
    happened(
        "Order",
        0,
        List.of(
            new OrderPlacementStarted(
                order,
                "K7F3-92QD",
                ADA,
                CART,
                List.of(),
                total,
                eur(0),
                eur(0),
                total,
                ADDRESS,
                "sandbox:approve",
                null,
                Given.NOW),
            new OrderPlaced(
                order,
                "K7F3-92QD",
                ADA,
                CART,
                PaymentId.of(order),
                List.of(),
                total,
                eur(0),
                eur(0),
                total,
                ADDRESS,
                Given.NOW)));
  }
}
