package io.daybook.command.payment;

import io.daybook.payment.KnownGateways;
import io.daybook.payment.PaymentMethod;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The gateways of the shop, as far as this node knows them: one that runs no payments passes
/// every name on to the node that does, where an unknown one is declined.
@Component
public class ShopGateways {
  private final KnownGateways known;

  @Autowired
  ShopGateways(ObjectProvider<KnownGateways> known) {
    this(known.getIfAvailable(() -> method -> true));
  }

  public ShopGateways(KnownGateways known) {
    this.known = known;
  }

  public boolean takes(PaymentMethod method) {
    return known.takes(method);
  }
}
