package io.daybook.saga.payment.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.MovableClock;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.GatewayAnswer.Approved;
import io.daybook.payment.GatewayAnswer.Declined;
import io.daybook.payment.GatewayAnswer.Redirected;
import io.daybook.payment.GatewayAnswer.Unknown;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.payment.GatewayCall;
import io.daybook.saga.testing.Samples;
import io.daybook.saga.testing.Sandbox;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxGatewayTest {
  private final MovableClock clock = new MovableClock(Samples.NOW);
  private final Sandbox sandbox = Sandbox.on(TestDatabase.fresh(), clock);
  private final SandboxGateway gateway = sandbox.gateway();

  @Test
  void an_authorisation_lapses_after_seven_days() {
    assertThat(gateway.authorize(call("approve", "k1"), Samples.TOTAL))
        .isInstanceOfSatisfying(
            Approved.class,
            approved ->
                assertThat(approved.expiresAt()).isEqualTo(Samples.NOW.plus(Duration.ofDays(7))));
  }

  @Test
  void a_repeated_key_gets_the_first_answer_and_moves_nothing() {
    GatewayAnswer first = gateway.charge(call("approve", "k1"), Samples.TOTAL);
    clock.advance(Duration.ofHours(1));

    assertThat(gateway.charge(call("approve", "k1"), Samples.TOTAL)).isEqualTo(first);
    assertThat(sandbox.moved("CHARGE")).isEqualTo(7_000);
    assertThat(sandbox.calls()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"decline-soft,SOFT", "decline-hard,HARD", "no-such-token,HARD", "paypal,HARD"})
  void a_decline_is_soft_or_hard(String token, DeclineKind kind) {
    assertThat(gateway.authorize(call(token, "k1"), Samples.TOTAL))
        .isInstanceOfSatisfying(
            Declined.class, declined -> assertThat(declined.kind()).isEqualTo(kind));
    assertThat(sandbox.moved("AUTHORIZE")).isZero();
  }

  @Test
  void a_soft_decline_may_pass_at_the_next_attempt() {
    assertThat(gateway.charge(call("decline-soft-once", "k1"), Samples.TOTAL))
        .isInstanceOf(Declined.class);
    assertThat(gateway.charge(call("decline-soft-once", "k2"), Samples.TOTAL))
        .isInstanceOf(Approved.class);
    assertThat(gateway.charge(call("decline-soft-once", "k1"), Samples.TOTAL))
        .isInstanceOf(Declined.class);
  }

  @Test
  void a_late_outcome_is_told_after_its_time() {
    GatewayCall call = call("late", "k1");
    assertThat(gateway.authorize(call, Samples.TOTAL)).isInstanceOf(Unknown.class);
    assertThat(lookup(call)).isInstanceOf(Unknown.class);

    clock.advance(Sandbox.LATE);

    assertThat(lookup(call)).isInstanceOf(Approved.class);
  }

  @ParameterizedTest
  @CsvSource({"never,Approved", "never-declined,Declined"})
  void what_never_answers_is_found_out_by_the_second_look(String token, String outcome) {
    GatewayCall call = call(token, "k1");
    assertThatThrownBy(() -> gateway.authorize(call, Samples.TOTAL))
        .isInstanceOf(SandboxSilence.class);

    assertThat(lookup(call)).isInstanceOf(Unknown.class);
    assertThat(lookup(call).getClass().getSimpleName()).isEqualTo(outcome);
  }

  @Test
  void an_error_took_nothing_as_a_look_tells() {
    GatewayCall call = call("error", "k1");
    assertThatThrownBy(() -> gateway.authorize(call, Samples.TOTAL))
        .isInstanceOf(SandboxSilence.class);

    assertThat(lookup(call))
        .asInstanceOf(InstanceOfAssertFactories.type(Declined.class))
        .extracting(Declined::kind)
        .isEqualTo(DeclineKind.SOFT);
  }

  @Test
  void a_request_that_never_arrived_took_nothing() {
    assertThat(lookup(call("approve", "unheard of"))).isInstanceOf(Declined.class);
  }

  @Test
  void no_more_is_captured_than_was_authorised_and_no_more_refunded_than_captured() {
    gateway.authorize(call("approve", "k1"), Samples.TOTAL);

    assertThat(gateway.capture(call("approve", "k2"), Samples.TOTAL, "a"))
        .isInstanceOf(Approved.class);
    assertThat(gateway.capture(call("approve", "k3"), Samples.TOTAL, "a"))
        .isInstanceOf(Declined.class);
    assertThat(gateway.refund(call("approve", "k4"), Samples.TOTAL, "c"))
        .isInstanceOf(Approved.class);
    assertThat(gateway.refund(call("approve", "k5"), Samples.TOTAL, "c"))
        .isInstanceOf(Declined.class);
  }

  @Test
  void what_was_captured_is_not_voided() {
    gateway.charge(call("approve", "k1"), Samples.TOTAL);

    assertThat(gateway.cancel(call("approve", "k2"), "a")).isInstanceOf(Declined.class);
  }

  @Test
  void what_was_voided_is_not_captured() {
    gateway.authorize(call("approve", "k1"), Samples.TOTAL);
    assertThat(gateway.cancel(call("approve", "k2"), "a")).isInstanceOf(Approved.class);

    assertThat(gateway.capture(call("approve", "k3"), Samples.TOTAL, "a"))
        .isInstanceOf(Declined.class);
  }

  @Test
  void captures_and_refunds_can_be_made_to_fail() {
    gateway.authorize(call("capture-fails", "k1"), Samples.TOTAL);
    assertThat(gateway.capture(call("capture-fails", "k2"), Samples.TOTAL, "a"))
        .isInstanceOf(Declined.class);

    gateway.charge(call("refund-fails", "k3"), Samples.TOTAL);
    assertThat(gateway.refund(call("refund-fails", "k4"), Samples.TOTAL, "c"))
        .isInstanceOf(Declined.class);
  }

  @Test
  void a_redirect_is_open_until_the_customer_decides() {
    GatewayCall call = call("paypal", "k1");
    GatewayAnswer answer = gateway.redirect(call, Samples.TOTAL);

    assertThat(answer)
        .isInstanceOfSatisfying(
            Redirected.class,
            redirected ->
                assertThat(redirected.redirectUrl())
                    .isEqualTo("http://shop/sandbox/paypal/" + redirected.reference()));
    assertThat(lookup(call)).isEqualTo(answer);
  }

  private GatewayAnswer lookup(GatewayCall call) {
    return gateway.lookup(call, PaymentOperation.AUTHORIZE);
  }

  private static GatewayCall call(String token, String key) {
    return new GatewayCall(Samples.TENANT, Samples.PAYMENT, token, key, Samples.NOW);
  }
}
