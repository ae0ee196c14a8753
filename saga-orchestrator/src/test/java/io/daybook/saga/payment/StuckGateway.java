package io.daybook.saga.payment;

import io.daybook.kernel.Money;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.PaymentOperation;
import java.util.concurrent.CountDownLatch;

/// Never answers, until it is interrupted.
final class StuckGateway implements PaymentGateway {
  @Override
  public String name() {
    return "stuck";
  }

  @Override
  public boolean accepts(String token) {
    return true;
  }

  @Override
  public GatewayAnswer authorize(GatewayCall call, Money amount) {
    return stuck();
  }

  @Override
  public GatewayAnswer charge(GatewayCall call, Money amount) {
    return stuck();
  }

  @Override
  public GatewayAnswer redirect(GatewayCall call, Money amount) {
    return stuck();
  }

  @Override
  public GatewayAnswer capture(GatewayCall call, Money amount, String authorizationId) {
    return stuck();
  }

  @Override
  public GatewayAnswer cancel(GatewayCall call, String authorizationId) {
    return stuck();
  }

  @Override
  public GatewayAnswer refund(GatewayCall call, Money amount, String captureId) {
    return stuck();
  }

  @Override
  public GatewayAnswer lookup(GatewayCall call, PaymentOperation operation) {
    return stuck();
  }

  private static GatewayAnswer stuck() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new GatewayAnswer.Unknown("interrupted");
  }
}
