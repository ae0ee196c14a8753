package io.daybook.query.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentOperation;
import io.daybook.query.testing.Known;
import io.daybook.query.testing.PaymentEvents;
import io.daybook.query.testing.ProjectionFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentProjectionTest {
  final ProjectionFixture projection = new ProjectionFixture(PaymentProjection::new);

  @AfterEach
  void a_replay_gives_the_same() {
    projection.assertRepeatable();
  }

  @Test
  void a_requested_payment_has_its_amount_and_no_outcome() {
    projection.given(authorization());

    assertThat(projection.row("payments"))
        .containsEntry("order_id", Known.order(1).value())
        .containsEntry("customer_id", Known.customer(1).value())
        .containsEntry("status", "REQUESTED")
        .containsEntry("amount_minor", 4000L)
        .containsEntry("captured_minor", 0L)
        .containsEntry("attempt", 1);
  }

  @Test
  void a_redirected_payment_says_where_to() {
    projection.given(
        PaymentEvents.requested(1, PaymentOperation.REDIRECT, 1), PaymentEvents.redirected(1));

    assertThat(projection.row("payments"))
        .containsEntry("status", "REDIRECTED")
        .containsEntry("redirect_url", "https://pay.example/1");
  }

  @Test
  void an_authorised_payment_may_lapse() {
    projection.given(authorization(), PaymentEvents.authorized(1));

    assertThat(projection.row("payments"))
        .containsEntry("status", "AUTHORIZED")
        .containsEntry("authorization_id", "auth-1");
    assertThat(projection.row("payments").get("expires_at")).isNotNull();
  }

  @Test
  void a_further_attempt_forgets_why_the_last_one_was_declined() {
    projection.given(authorization(), PaymentEvents.declined(1));
    assertThat(projection.row("payments"))
        .containsEntry("status", "DECLINED")
        .containsEntry("decline_kind", "SOFT")
        .containsEntry("reason", "insufficient funds");

    projection.given(PaymentEvents.requested(1, PaymentOperation.AUTHORIZE, 2));

    assertThat(projection.row("payments"))
        .containsEntry("status", "REQUESTED")
        .containsEntry("attempt", 2)
        .containsEntry("reason", null);
  }

  @Test
  void an_unknown_outcome_waits_for_the_gateways_word() {
    projection.given(
        authorization(),
        PaymentEvents.unknown(1, PaymentOperation.AUTHORIZE),
        PaymentEvents.resolution(1));

    assertThat(projection.row("payments")).containsEntry("status", "UNKNOWN");
  }

  @Test
  void a_refund_of_unknown_outcome_leaves_the_payment_captured() {
    projection.given(captured());
    projection.given(PaymentEvents.unknown(1, PaymentOperation.REFUND));

    assertThat(projection.row("payments")).containsEntry("status", "CAPTURED");
  }

  @Test
  void a_captured_payment_says_how_much() {
    projection.given(captured());

    assertThat(projection.row("payments"))
        .containsEntry("status", "CAPTURED")
        .containsEntry("captured_minor", 4000L);
  }

  @Test
  void a_completed_charge_is_captured() {
    projection.given(
        PaymentEvents.requested(1, PaymentOperation.CHARGE, 1), PaymentEvents.completed(1));

    assertThat(projection.row("payments")).containsEntry("status", "CAPTURED");
  }

  @Test
  void a_voided_payment_took_nothing() {
    projection.given(
        authorization(),
        PaymentEvents.authorized(1),
        PaymentEvents.voidRequested(1),
        PaymentEvents.voided(1));

    assertThat(projection.row("payments"))
        .containsEntry("status", "VOIDED")
        .containsEntry("captured_minor", 0L);
  }

  @Test
  void a_payment_is_refunded_when_all_of_it_was_given_back() {
    projection.given(captured());
    projection.given(
        PaymentEvents.refundRequested(1, 1, 1000),
        PaymentEvents.refunded(1, 1, 1000),
        PaymentEvents.refundRequested(1, 2, 3000),
        PaymentEvents.refundFailed(1, 2, 3000));
    assertThat(projection.row("payments"))
        .containsEntry("status", "CAPTURED")
        .containsEntry("refunded_minor", 1000L);

    projection.given(PaymentEvents.refundRequested(1, 3, 3000), PaymentEvents.refunded(1, 3, 3000));

    assertThat(projection.row("payments"))
        .containsEntry("status", "REFUNDED")
        .containsEntry("refunded_minor", 4000L);
  }

  @ParameterizedTest
  @EnumSource(
      value = PaymentOperation.class,
      names = {"CAPTURE", "VOID"})
  void what_could_not_be_captured_or_voided_is_still_authorised(PaymentOperation operation) {
    projection.given(
        authorization(), PaymentEvents.authorized(1), PaymentEvents.failed(1, operation));

    assertThat(projection.row("payments")).containsEntry("status", "AUTHORIZED");
  }

  @Test
  void what_could_not_be_captured_is_flagged_until_it_is() {
    projection.given(
        authorization(),
        PaymentEvents.authorized(1),
        PaymentEvents.failed(1, PaymentOperation.CAPTURE));
    assertThat(projection.row("payments"))
        .containsEntry("status", "AUTHORIZED")
        .containsEntry("issue", "CAPTURE_FAILED")
        .containsEntry("reason", "card expired");

    projection.given(PaymentEvents.captureRequested(1), PaymentEvents.captured(1));

    assertThat(projection.row("payments"))
        .containsEntry("status", "CAPTURED")
        .containsEntry("issue", null);
  }

  @Test
  void what_is_captured_in_parts_adds_up() {
    projection.given(
        authorization(),
        PaymentEvents.authorized(1),
        PaymentEvents.captured(1, 1000),
        PaymentEvents.captured(1, 2500));
    projection.given(PaymentEvents.failed(1, PaymentOperation.CAPTURE));

    assertThat(projection.row("payments"))
        .containsEntry("status", "CAPTURED")
        .containsEntry("captured_minor", 3500L)
        .containsEntry("issue", "CAPTURE_FAILED");
  }

  @Test
  void a_failed_charge_is_failed() {
    projection.given(
        PaymentEvents.requested(1, PaymentOperation.CHARGE, 1),
        PaymentEvents.failed(1, PaymentOperation.CHARGE));

    assertThat(projection.row("payments"))
        .containsEntry("status", "FAILED")
        .containsEntry("decline_kind", "HARD");
  }

  @Test
  void the_operations_tell_the_story_in_its_order() {
    projection.given(captured());

    assertThat(projection.rows("payment_operations"))
        .extracting(operation -> operation.get("type"))
        .containsExactly(
            "payment.PaymentRequested",
            "payment.PaymentAuthorized",
            "payment.PaymentCaptureRequested",
            "payment.PaymentCaptured");
    assertThat(projection.rows("payment_operations").getLast())
        .containsEntry("amount_minor", 4000L)
        .containsEntry("reference", "cap-1")
        .containsEntry("actor", "staff:usr_7");
  }

  private static PaymentEvent authorization() {
    return PaymentEvents.requested(1, PaymentOperation.AUTHORIZE, 1);
  }

  private static PaymentEvent[] captured() {
    return new PaymentEvent[] {
      authorization(),
      PaymentEvents.authorized(1),
      PaymentEvents.captureRequested(1),
      PaymentEvents.captured(1)
    };
  }
}
