package io.daybook.saga.payment;

import io.daybook.kernel.Money;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.PaymentOperation;

/// A payment service provider. Whatever it throws, and its silence, counts as an unknown outcome.
public interface PaymentGateway {
  /// The part of a payment method's id before the colon.
  String name();

  /// Whether there is such a means of payment.
  boolean accepts(String token);

  GatewayAnswer authorize(GatewayCall call, Money amount);

  /// Authorises and captures in one.
  GatewayAnswer charge(GatewayCall call, Money amount);

  /// Asks for a page where the customer approves.
  GatewayAnswer redirect(GatewayCall call, Money amount);

  GatewayAnswer capture(GatewayCall call, Money amount, String authorizationId);

  GatewayAnswer cancel(GatewayCall call, String authorizationId);

  GatewayAnswer refund(GatewayCall call, Money amount, String captureId);

  /// What became of the request with the call's key. [GatewayAnswer.Redirected] means that the
  /// customer has not decided; [GatewayAnswer.Declined] also that the request never arrived.
  GatewayAnswer lookup(GatewayCall call, PaymentOperation operation);
}
