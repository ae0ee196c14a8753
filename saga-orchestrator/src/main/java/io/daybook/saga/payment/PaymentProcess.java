package io.daybook.saga.payment;

import io.daybook.kernel.Actor;
import io.daybook.kernel.Processes;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentResolutionRequested;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentMethod;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.Cause;
import java.util.function.BiFunction;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;

/// Sends to the gateways the requests that payments have decided on, and records the answers.
///
/// The event has the idempotency key of the request. If the program dies after the call and before
/// the answer is recorded, the event is handled again with the same key, and the gateway repeats
/// its answer. Nobody is charged twice.
@ProcessingGroup(PaymentProcess.GROUP)
@DisallowReplay
public class PaymentProcess {
  static final String GROUP = "process-payment-gateway";
  static final Actor PROCESS = Processes.PAYMENT_GATEWAY;

  private final PaymentGateways gateways;
  private final GatewayAnswers answers;
  private final UnwantedPayments unwanted;

  public PaymentProcess(
      PaymentGateways gateways, GatewayAnswers answers, UnwantedPayments unwanted) {
    this.gateways = gateways;
    this.answers = answers;
    this.unwanted = unwanted;
  }

  /// Attempt 0 is a redirect that waits for the customer's browser: nothing is requested yet.
  @EventHandler
  void on(PaymentRequested event, EventMessage<?> message) {
    if (event.attempt() == 0) {
      return;
    }
    unwanted.watch(event, Cause.actorOf(message), Cause.of(message, PROCESS));
    GatewayRequest request =
        request(
            message,
            event.paymentId(),
            event.operation(),
            event.paymentMethodId(),
            event.idempotencyKey());
    call(
        request,
        (gateway, call) ->
            switch (event.operation()) {
              case AUTHORIZE -> gateway.authorize(call, event.amount());
              case CHARGE -> gateway.charge(call, event.amount());
              case REDIRECT -> gateway.redirect(call, event.amount());
              case CAPTURE, VOID, REFUND ->
                  throw new IllegalStateException("A payment is not requested by " + event);
            });
  }

  @EventHandler
  void on(PaymentCaptureRequested event, EventMessage<?> message) {
    GatewayRequest request =
        request(
            message,
            event.paymentId(),
            PaymentOperation.CAPTURE,
            event.paymentMethodId(),
            event.idempotencyKey());
    call(
        request, (gateway, call) -> gateway.capture(call, event.amount(), event.authorizationId()));
  }

  /// Without an authorisation there is nothing to void yet. When one comes, the payment requests
  /// the void again.
  @EventHandler
  void on(PaymentVoidRequested event, EventMessage<?> message) {
    String authorization = event.authorizationId();
    if (authorization == null) {
      return;
    }
    GatewayRequest request =
        request(
            message,
            event.paymentId(),
            PaymentOperation.VOID,
            event.paymentMethodId(),
            event.idempotencyKey());
    call(request, (gateway, call) -> gateway.cancel(call, authorization));
  }

  @EventHandler
  void on(PaymentRefundRequested event, EventMessage<?> message) {
    GatewayRequest request =
        request(
            message,
            event.paymentId(),
            PaymentOperation.REFUND,
            event.paymentMethodId(),
            event.idempotencyKey());
    call(request, (gateway, call) -> gateway.refund(call, event.amount(), event.captureId()));
  }

  /// The request is looked up and not repeated: an unknown outcome is never retried (rule 16).
  @EventHandler
  void on(PaymentResolutionRequested event, EventMessage<?> message) {
    GatewayRequest request =
        request(
            message,
            event.paymentId(),
            event.operation(),
            event.paymentMethodId(),
            event.idempotencyKey());
    call(request, (gateway, call) -> gateway.lookup(call, event.operation()));
  }

  private void call(
      GatewayRequest request, BiFunction<PaymentGateway, GatewayCall, GatewayAnswer> question) {
    GatewayCall call = answers.call(request);
    answers.recordOrLookUp(
        request, gateways.call(request.method(), gateway -> question.apply(gateway, call)));
  }

  private static GatewayRequest request(
      EventMessage<?> message,
      PaymentId payment,
      PaymentOperation operation,
      String method,
      String key) {
    return new GatewayRequest(
        Cause.of(message, PROCESS), payment, operation, PaymentMethod.parse(method), key);
  }
}
