package io.daybook.command.payment;

import io.daybook.payment.KnownGateways;
import io.daybook.payment.PaymentMethod;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// The gateways of the shop. A node that runs no payments does not know them and accepts every name; the
/// node that runs payments then declines an unknown one.
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

  public boolean accepts(PaymentMethod method) {
    return known.accepts(method);
  }
}
