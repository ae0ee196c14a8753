package io.daybook.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.testing.Given;
import io.daybook.kernel.Event;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// What a caller hears of a payment: the outcome of what was asked for, not of another request.
class PaymentOutcomesTest extends CommandApiCase {
  private static final GatewayAnswer APPROVED = new GatewayAnswer.Approved("ref-1", null);
  private static final GatewayAnswer DECLINED =
      new GatewayAnswer.Declined(DeclineKind.SOFT, "NO_FUNDS");
  private static final String AMOUNT = "{\"amountMinor\":%d,\"currency\":\"EUR\"}";
  private final PaymentId payment = new PaymentId(fresh("pay_"));

  @Test
  void a_void_of_what_was_declined_is_no_problem() {
    authorize("sandbox:approve");
    answer(DECLINED);

    MvcTestResult voided = post("/payments/" + payment + "/void", "{\"reason\":\"late\"}");

    assertThat(voided).hasStatus(200);
    assertThat(status(voided)).isEqualTo("DECLINED");
  }

  @Test
  void a_repeated_request_is_declined_as_it_was() {
    authorize("sandbox:approve");
    answer(DECLINED);

    MvcTestResult repeated = authorize("sandbox:approve");

    assertThat(repeated).hasStatus(422);
    assertThat(code(repeated)).isEqualTo("CARD_DECLINED");
  }

  @Test
  void a_refund_that_failed_is_no_problem_of_the_capture() {
    captured();
    refund(fresh("rfd_"), 500);
    answer(DECLINED);

    MvcTestResult repeated = capture();

    assertThat(repeated).hasStatus(200);
    assertThat(status(repeated)).isEqualTo("CAPTURED");
  }

  @Test
  void a_refund_that_failed_is_told_to_who_asked_for_it() {
    captured();
    String refund = fresh("rfd_");
    String key = fresh("key-");
    refund(refund, 500, "Idempotency-Key", key);
    answer(DECLINED);
    refund(fresh("rfd_"), 400);
    answer(APPROVED);

    MvcTestResult repeated = refund(refund, 500, "Idempotency-Key", key);

    assertThat(repeated).hasStatus(422);
    assertThat(code(repeated)).isEqualTo("REFUND_FAILED");
  }

  @Test
  void a_refund_waits_for_no_other_refund() {
    captured();
    refund(fresh("rfd_"), 500);
    answer(new GatewayAnswer.Unknown("TIMEOUT"));
    String refund = fresh("rfd_");
    assertThat(refund(refund, 400)).hasStatus(202);
    answer(APPROVED);

    MvcTestResult repeated = refund(refund, 400);

    assertThat(repeated).hasStatus(201);
    assertThat(status(repeated)).isEqualTo("CAPTURED");
  }

  @Test
  void what_could_not_be_captured_is_still_authorised() {
    authorize("sandbox:approve");
    answer(APPROVED);
    String key = fresh("key-");
    capture("Idempotency-Key", key);
    answer(DECLINED);

    assertThat(code(capture("Idempotency-Key", key))).isEqualTo("CARD_DECLINED");
    MvcTestResult voided = post("/payments/" + payment + "/void", "{\"reason\":\"late\"}");
    assertThat(voided).hasStatus(202);
    assertThat(status(voided)).isEqualTo("AUTHORIZED");
  }

  @Test
  void what_is_resolved_by_a_word_is_answered_with_it() {
    authorize("sandbox:approve");
    answer(new GatewayAnswer.Unknown("TIMEOUT"));

    MvcTestResult resolved = post("/payments/" + payment + "/resolve", "{\"approved\":false}");
    MvcTestResult again = post("/payments/" + payment + "/resolve", "{}");

    assertThat(code(resolved)).isEqualTo("CARD_DECLINED");
    assertThat(again).hasStatus(200);
    assertThat(status(again)).isEqualTo("DECLINED");
  }

  /// Whoever reads up to there sees what the answer has told.
  @Test
  void the_position_is_that_of_the_outcome() {
    String key = fresh("key-");
    MvcTestResult asked = authorize("sandbox:approve", "Idempotency-Key", key);
    answer(DECLINED);

    MvcTestResult told = authorize("sandbox:approve", "Idempotency-Key", key);

    assertThat(told).hasStatus(422);
    assertThat(position(told)).isGreaterThan(position(asked));
  }

  private static long position(MvcTestResult answer) {
    return Long.parseLong(
        Objects.requireNonNull(answer.getResponse().getHeader("Daybook-Position")));
  }

  private void captured() {
    authorize("sandbox:approve");
    answer(APPROVED);
    capture();
    answer(APPROVED);
  }

  private MvcTestResult authorize(String method, String... headers) {
    return post(
        "/payments/authorizations",
        "{\"paymentId\":\"%s\",\"paymentMethodId\":\"%s\",\"amount\":%s}"
            .formatted(payment, method, AMOUNT.formatted(1299)),
        headers);
  }

  private MvcTestResult capture(String... headers) {
    return post("/payments/" + payment + "/capture", "{}", headers);
  }

  private MvcTestResult refund(String refund, long minor, String... headers) {
    return post(
        "/payments/" + payment + "/refund",
        "{\"refundId\":\"%s\",\"amount\":%s,\"reason\":\"broken\"}"
            .formatted(refund, AMOUNT.formatted(minor)),
        headers);
  }

  /// What the gateway says to what it was asked last.
  private void answer(GatewayAnswer answer) {
    String key =
        switch (eventsOf(payment).getLast()) {
          case PaymentRequested asked -> asked.idempotencyKey();
          case PaymentCaptureRequested asked -> asked.idempotencyKey();
          case PaymentRefundRequested asked -> asked.idempotencyKey();
          case Event event -> throw new AssertionError("Nothing was asked: " + event);
        };
    send(new RecordGatewayAnswer(payment, key, answer), Given.PROCESS);
  }

  private static String status(MvcTestResult result) {
    return json(result).path("status").asString();
  }
}
