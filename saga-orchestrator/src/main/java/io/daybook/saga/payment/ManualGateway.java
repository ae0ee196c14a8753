package io.daybook.saga.payment;

import io.daybook.kernel.Money;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.GatewayAnswer.Approved;
import io.daybook.payment.PaymentOperation;

/// Money that the shop collects by itself: on account, in cash, by bank transfer. Everything is
/// approved at once, and nothing lapses. The reference is the key, so a repetition answers the same.
public final class ManualGateway implements PaymentGateway {
  @Override
  public String name() {
    return "manual";
  }

  @Override
  public boolean accepts(String token) {
    return true;
  }

  @Override
  public GatewayAnswer authorize(GatewayCall call, Money amount) {
    return approved(call);
  }

  @Override
  public GatewayAnswer charge(GatewayCall call, Money amount) {
    return approved(call);
  }

  @Override
  public GatewayAnswer redirect(GatewayCall call, Money amount) {
    return approved(call);
  }

  @Override
  public GatewayAnswer capture(GatewayCall call, Money amount, String authorizationId) {
    return approved(call);
  }

  @Override
  public GatewayAnswer cancel(GatewayCall call, String authorizationId) {
    return approved(call);
  }

  @Override
  public GatewayAnswer refund(GatewayCall call, Money amount, String captureId) {
    return approved(call);
  }

  @Override
  public GatewayAnswer lookup(GatewayCall call, PaymentOperation operation) {
    return approved(call);
  }

  private static GatewayAnswer approved(GatewayCall call) {
    return new Approved("manual-" + call.idempotencyKey(), null);
  }
}
