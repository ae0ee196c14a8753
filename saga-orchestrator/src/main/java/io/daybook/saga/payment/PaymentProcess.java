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

/// Asks the gateways what payments have written down that they will ask, and records the answers.
///
/// The key comes with the event. After a crash between the call and its record the event comes again,
/// the same key is sent again, and the gateway repeats its answer: nobody is charged twice.
@ProcessingGroup(PaymentProcess.GROUP)
@DisallowReplay
public class PaymentProcess {
  static final String GROUP = "process-payment-gateway";
  static final Actor PROCESS = Processes.PAYMENT_GATEWAY;

  private final PaymentGateways gateways;
  private final GatewayAnswers answers;

  public PaymentProcess(PaymentGateways gateways, GatewayAnswers answers) {
    this.gateways = gateways;
    this.answers = answers;
  }

  /// Attempt 0 is a redirect that waits for the customer's browser: nothing is asked yet.
  @EventHandler
  void on(PaymentRequested event, EventMessage<?> message) {
    if (event.attempt() == 0) {
      return;
    }
    Asked asked =
        asked(
            message,
            event.paymentId(),
            event.operation(),
            event.paymentMethodId(),
            event.idempotencyKey());
    ask(
        asked,
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
    Asked asked =
        asked(
            message,
            event.paymentId(),
            PaymentOperation.CAPTURE,
            event.paymentMethodId(),
            event.idempotencyKey());
    ask(asked, (gateway, call) -> gateway.capture(call, event.amount(), event.authorizationId()));
  }

  /// Without an authorisation there is nothing to void yet: the payment asks again when one comes.
  @EventHandler
  void on(PaymentVoidRequested event, EventMessage<?> message) {
    String authorization = event.authorizationId();
    if (authorization == null) {
      return;
    }
    Asked asked =
        asked(
            message,
            event.paymentId(),
            PaymentOperation.VOID,
            event.paymentMethodId(),
            event.idempotencyKey());
    ask(asked, (gateway, call) -> gateway.cancel(call, authorization));
  }

  @EventHandler
  void on(PaymentRefundRequested event, EventMessage<?> message) {
    Asked asked =
        asked(
            message,
            event.paymentId(),
            PaymentOperation.REFUND,
            event.paymentMethodId(),
            event.idempotencyKey());
    ask(asked, (gateway, call) -> gateway.refund(call, event.amount(), event.captureId()));
  }

  /// Looks up, and does not ask again: an unknown outcome is never retried (rule 16).
  @EventHandler
  void on(PaymentResolutionRequested event, EventMessage<?> message) {
    Asked asked =
        asked(
            message,
            event.paymentId(),
            event.operation(),
            event.paymentMethodId(),
            event.idempotencyKey());
    ask(asked, (gateway, call) -> gateway.lookup(call, event.operation()));
  }

  private void ask(Asked asked, BiFunction<PaymentGateway, GatewayCall, GatewayAnswer> question) {
    GatewayCall call = answers.call(asked);
    answers.record(asked, gateways.ask(asked.method(), gateway -> question.apply(gateway, call)));
  }

  private static Asked asked(
      EventMessage<?> message,
      PaymentId payment,
      PaymentOperation operation,
      String method,
      String key) {
    return new Asked(
        Cause.of(message, PROCESS), payment, operation, PaymentMethod.parse(method), key);
  }
}
