package io.daybook.command.payment;

import static io.daybook.command.payment.Payments.AMOUNT;
import static io.daybook.command.payment.Payments.AUTHORIZED;
import static io.daybook.command.payment.Payments.AWAITING_BROWSER;
import static io.daybook.command.payment.Payments.CAPTURED;
import static io.daybook.command.payment.Payments.CAPTURING;
import static io.daybook.command.payment.Payments.DECLINED_SOFTLY;
import static io.daybook.command.payment.Payments.REDIRECTED;
import static io.daybook.command.payment.Payments.REDIRECTING;
import static io.daybook.command.payment.Payments.REQUESTED;
import static io.daybook.command.payment.Payments.RETRIED;
import static io.daybook.command.payment.Payments.UNKNOWN;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Shop.ADA;
import static io.daybook.command.testing.Shop.ORDER;
import static io.daybook.command.testing.Shop.PAYMENT;
import static io.daybook.command.testing.Shop.eur;
import static io.daybook.command.testing.Shop.uuid;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.payment.PaymentModel.RequestedOperation;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownModels;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.RefundId;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentRefundFailed;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentEvent.PaymentRefunded;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentStatus;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentModelTest {
  private static final RefundId FIRST = RefundId.of(uuid(51));
  private static final RefundId SECOND = RefundId.of(uuid(52));
  private static final Money HALF = eur(2413);
  private static final PaymentVoidRequested VOIDING =
      new PaymentVoidRequested(
          PAYMENT, ORDER, "auth-1", "sandbox:approve", "cancelled", "void-key", NOW);

  static Stream<List<PaymentEvent>> histories() {
    return Stream.of(
        List.of(REQUESTED, DECLINED_SOFTLY, RETRIED, AUTHORIZED, CAPTURING, CAPTURED),
        List.of(AWAITING_BROWSER, REDIRECTING, REDIRECTED, AUTHORIZED, VOIDING, Payments.VOIDED),
        List.of(REQUESTED, UNKNOWN, AUTHORIZED, CAPTURING, failed(PaymentOperation.CAPTURE)),
        List.of(REQUESTED, AUTHORIZED, VOIDING, failed(PaymentOperation.VOID)),
        captured(refunding(FIRST), unknown(FIRST), refunding(SECOND), refundFailed(SECOND)),
        captured(refunding(FIRST), refunded(FIRST), refunding(SECOND), refunded(SECOND)));
  }

  @ParameterizedTest
  @MethodSource("histories")
  void the_model_has_the_history_of_the_payment(List<PaymentEvent> history) {
    PaymentHistory payment = PaymentHistory.of((PaymentRequested) history.getFirst());
    for (PaymentEvent event : history.subList(1, history.size())) {
      payment = payment.after(event);
    }

    assertThat(after(history).payment()).isEqualTo(payment);
  }

  @Test
  void an_earlier_reader_sees_no_later_event() {
    PaymentModel asked = after(List.of(REQUESTED));

    PaymentModel authorized = PaymentModel.DEFINITION.evolve().apply(asked, AUTHORIZED);

    assertThat(asked.status()).isEqualTo(PaymentStatus.REQUESTED);
    assertThat(asked.isSettled()).isFalse();
    assertThat(authorized.status()).isEqualTo(PaymentStatus.AUTHORIZED);
    assertThat(authorized.isSettled()).isTrue();
  }

  @Test
  void a_refund_that_nobody_knows_of_leaves_the_payment_captured() {
    PaymentModel model = after(captured(refunding(FIRST), unknown(FIRST)));

    assertThat(model.status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(model.isSettled()).isTrue();
    assertThat(model.isOpen(FIRST)).isTrue();
  }

  @Test
  void another_refund_is_known_before_it() {
    PaymentModel model =
        after(captured(refunding(FIRST), unknown(FIRST), refunding(SECOND), refunded(SECOND)));

    assertThat(model.isOpen(FIRST)).isTrue();
    assertThat(model.isOpen(SECOND)).isFalse();
    assertThat(model.status()).isEqualTo(PaymentStatus.CAPTURED);
  }

  @Test
  void a_problem_is_that_of_what_was_asked_for() {
    PaymentModel model = after(captured(refunding(FIRST), refundFailed(FIRST), refunding(SECOND)));

    assertThat(model.problem(PaymentModel.refund(FIRST))).contains("NO_FUNDS");
    assertThat(model.problem(PaymentModel.refund(SECOND))).isEmpty();
    assertThat(model.problem(new RequestedOperation(PaymentOperation.CAPTURE, null))).isEmpty();
    assertThat(model.problem(model.beginning())).isEmpty();
  }

  @Test
  void what_could_not_be_captured_is_still_authorised() {
    PaymentModel model =
        after(List.of(REQUESTED, AUTHORIZED, CAPTURING, failed(PaymentOperation.CAPTURE)));

    assertThat(model.status()).isEqualTo(PaymentStatus.AUTHORIZED);
    assertThat(model.problem(new RequestedOperation(PaymentOperation.CAPTURE, null)))
        .contains("NOT_NOW");
    assertThat(model.latest()).isEqualTo(new RequestedOperation(PaymentOperation.CAPTURE, null));
  }

  @Test
  void a_problem_ends_when_the_same_is_asked_for_again() {
    assertThat(problem(REQUESTED, DECLINED_SOFTLY)).isTrue();
    assertThat(problem(REQUESTED, DECLINED_SOFTLY, RETRIED)).isFalse();
    assertThat(problem(REQUESTED, UNKNOWN)).isTrue();
    assertThat(problem(REQUESTED, UNKNOWN, AUTHORIZED)).isFalse();
  }

  private static boolean problem(PaymentEvent... history) {
    PaymentModel model = after(Arrays.asList(history));
    return model.problem(model.beginning()).isPresent();
  }

  private static PaymentModel after(List<PaymentEvent> history) {
    return new KnownModels()
        .of(PAYMENT, history.toArray(PaymentEvent[]::new))
        .find(PaymentModel.DEFINITION, Given.TENANT.stream(PAYMENT))
        .orElseThrow();
  }

  private static List<PaymentEvent> captured(PaymentEvent... next) {
    return Stream.concat(Stream.of(REQUESTED, AUTHORIZED, CAPTURING, CAPTURED), Arrays.stream(next))
        .toList();
  }

  private static PaymentRefundRequested refunding(RefundId refund) {
    return new PaymentRefundRequested(
        PAYMENT, ORDER, refund, HALF, "capture-1", "sandbox:approve", "broken", key(refund), NOW);
  }

  private static PaymentOutcomeUnknown unknown(RefundId refund) {
    return new PaymentOutcomeUnknown(
        PAYMENT, ORDER, PaymentOperation.REFUND, key(refund), "TIMEOUT", NOW);
  }

  private static PaymentRefunded refunded(RefundId refund) {
    return new PaymentRefunded(PAYMENT, ORDER, HALF, refund, "ref-" + refund, NOW);
  }

  private static PaymentRefundFailed refundFailed(RefundId refund) {
    return new PaymentRefundFailed(PAYMENT, ORDER, HALF, refund, "NO_FUNDS", NOW);
  }

  private static PaymentFailed failed(PaymentOperation operation) {
    return new PaymentFailed(
        PAYMENT, ORDER, ADA, operation, AMOUNT, DeclineKind.SOFT, "NOT_NOW", NOW);
  }

  private static String key(RefundId refund) {
    return PAYMENT + "/refund/" + refund;
  }
}
