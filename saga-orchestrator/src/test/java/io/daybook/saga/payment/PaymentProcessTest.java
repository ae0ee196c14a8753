package io.daybook.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kernel.Meta;
import io.daybook.kernel.id.RefundId;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.GatewayAnswer.Approved;
import io.daybook.payment.GatewayAnswer.Declined;
import io.daybook.payment.GatewayAnswer.Redirected;
import io.daybook.payment.GatewayAnswer.Unknown;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentResolutionRequested;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentMethod;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentRejection;
import io.daybook.saga.testing.Samples;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentProcessTest extends PaymentFixture {
  private static final String APPROVE = "sandbox:approve";

  @Test
  void the_shop_takes_what_its_gateways_take() {
    assertThat(gateways.names()).containsExactlyInAnyOrder("manual", "sandbox", "stuck");
    assertThat(gateways.accepts(PaymentMethod.parse("manual:anything"))).isTrue();
    assertThat(gateways.accepts(PaymentMethod.parse("sandbox:decline-soft"))).isTrue();
    assertThat(gateways.accepts(PaymentMethod.parse("sandbox:no-such-token"))).isFalse();
    assertThat(gateways.accepts(PaymentMethod.parse("stripe:card"))).isFalse();
  }

  @Test
  void an_approval_is_recorded_under_the_events_key() {
    request("manual:invoice");

    assertThat(commands.sent())
        .containsExactly(
            new RecordGatewayAnswer(Samples.PAYMENT, "key-1", new Approved("manual-key-1", null)));
    assertThat(commands.last().getMetaData())
        .containsEntry(Meta.TENANT_ID, "acme")
        .containsEntry(Meta.ACTOR_ID, "payment-gateway");
    assertThat(lookup()).isEmpty();
  }

  @Test
  void a_gateway_that_does_not_exist_declines_for_good() {
    request("stripe:card");

    assertThat(recorded())
        .singleElement()
        .isInstanceOfSatisfying(
            Declined.class, declined -> assertThat(declined.kind()).isEqualTo(DeclineKind.HARD));
  }

  @Test
  void a_crash_between_the_call_and_its_record_charges_nobody_twice() {
    commands.calling(
        RecordGatewayAnswer.class,
        command -> {
          throw new IllegalStateException("crash");
        });
    assertThatThrownBy(() -> request(APPROVE)).hasMessageContaining("crash");
    commands.forget();
    commands.answering(RecordGatewayAnswer.class, "recorded");

    request(APPROVE);

    assertThat(recorded()).singleElement().isInstanceOf(Approved.class);
    assertThat(sandbox.moved("AUTHORIZE")).isEqualTo(7_000);
    assertThat(sandbox.calls()).isEqualTo(2);
  }

  @Test
  void an_answer_that_is_not_wanted_any_more_stops_nobody() {
    commands.refusing(RecordGatewayAnswer.class, PaymentRejection.INVALID_STATUS_TRANSITION);

    request(APPROVE);

    assertThat(commands.sent()).hasSize(1);
  }

  @Test
  void a_gateway_that_fails_leaves_an_unknown_outcome_to_look_up() {
    request("sandbox:error");

    assertThat(recorded()).singleElement().isInstanceOf(Unknown.class);
    assertThat(lookup()).isPresent();
  }

  @Test
  void a_gateway_that_keeps_silent_leaves_an_unknown_outcome_to_look_up() {
    request("stuck:for-ever");

    assertThat(recorded()).singleElement().isInstanceOf(Unknown.class);
    assertThat(lookup()).isPresent();
  }

  @Test
  void a_redirect_is_looked_up_because_the_customer_may_not_come_back() {
    request("sandbox:paypal");

    assertThat(recorded()).singleElement().isInstanceOf(Redirected.class);
    assertThat(lookup()).isPresent();
  }

  @Test
  void captures_and_refunds_are_asked_for_with_their_amounts() {
    request(APPROVE);
    PaymentCaptureRequested capture =
        new PaymentCaptureRequested(
            Samples.PAYMENT, Samples.ORDER, Samples.TOTAL, "a", APPROVE, "key-2", Samples.NOW);
    process.on(capture, Samples.message(capture));
    PaymentRefundRequested refund =
        new PaymentRefundRequested(
            Samples.PAYMENT,
            Samples.ORDER,
            RefundId.of(Samples.uuid(41)),
            Samples.TOTAL,
            "c",
            APPROVE,
            "returned",
            "key-3",
            Samples.NOW);
    process.on(refund, Samples.message(refund));

    assertThat(recorded()).hasSize(3).hasOnlyElementsOfType(Approved.class);
    assertThat(sandbox.moved("CAPTURE")).isEqualTo(7_000);
    assertThat(sandbox.moved("REFUND")).isEqualTo(7_000);
  }

  @Test
  void a_void_is_asked_for() {
    requestVoid("authorisation");

    assertThat(recorded()).singleElement().isInstanceOf(Approved.class);
    assertThat(sandbox.calls()).isEqualTo(1);
  }

  @Test
  void where_nothing_is_authorised_there_is_nothing_to_void() {
    requestVoid(null);

    assertThat(commands.sent()).isEmpty();
    assertThat(sandbox.calls()).isZero();
  }

  @Test
  void a_redirect_waits_for_the_customers_browser() {
    PaymentRequested event =
        new PaymentRequested(
            Samples.PAYMENT,
            Samples.ORDER,
            Samples.CUSTOMER,
            PaymentOperation.REDIRECT,
            "sandbox:paypal",
            Samples.TOTAL,
            0,
            "key-0",
            null,
            null,
            Samples.NOW);
    process.on(event, Samples.message(event));

    assertThat(commands.sent()).isEmpty();
  }

  @Test
  void a_resolution_looks_up_and_asks_for_no_money() {
    PaymentResolutionRequested event =
        new PaymentResolutionRequested(
            Samples.PAYMENT,
            Samples.ORDER,
            PaymentOperation.AUTHORIZE,
            APPROVE,
            "key-1",
            Samples.NOW);
    process.on(event, Samples.message(event));

    assertThat(recorded()).singleElement().isInstanceOf(Declined.class);
    assertThat(sandbox.calls()).isZero();
  }

  @Test
  void a_back_dated_authorisation_lapses_counted_from_its_own_date() {
    var event = requested(APPROVE);
    process.on(
        event,
        Samples.message(event).andMetaData(Map.of(Meta.EFFECTIVE_AT, "1997-01-01T00:00:00Z")));

    assertThat(recorded())
        .singleElement()
        .isInstanceOfSatisfying(
            Approved.class,
            approved ->
                assertThat(approved.expiresAt()).isEqualTo(Instant.parse("1997-01-08T00:00:00Z")));
  }

  private void requestVoid(@Nullable String authorization) {
    PaymentVoidRequested event =
        new PaymentVoidRequested(
            Samples.PAYMENT, Samples.ORDER, authorization, APPROVE, "late", "key-2", Samples.NOW);
    process.on(event, Samples.message(event));
  }
}
