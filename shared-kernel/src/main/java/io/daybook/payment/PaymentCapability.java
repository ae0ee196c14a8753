package io.daybook.payment;

import io.daybook.kernel.Capability;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.Samples;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import java.util.List;

/// The registry's entry of this capability.
public final class PaymentCapability implements Capability {
  @Override
  public String name() {
    return "payment";
  }

  @Override
  public String summary() {
    return "Payments: what was asked of a gateway, and what it answered.";
  }

  @Override
  public List<Class<? extends Command>> commandTypes() {
    return List.of(PaymentCommand.class);
  }

  @Override
  public List<Class<? extends Event>> eventTypes() {
    return List.of(PaymentEvent.class);
  }

  @Override
  public List<Class<? extends RejectionCode>> rejectionTypes() {
    return List.of(PaymentRejection.class);
  }

  @Override
  public List<Event> samples() {
    OrderId order = OrderId.of(Samples.uuid(1));
    PaymentId payment = PaymentId.of(order);
    return List.of(
        new PaymentRequested(
            payment,
            order,
            CustomerId.of(Samples.uuid(1)),
            PaymentOperation.AUTHORIZE,
            "sandbox:approve",
            Samples.euros(2650),
            1,
            "key-1",
            null,
            null,
            Samples.at(20)),
        new PaymentAuthorized(
            payment,
            order,
            Samples.euros(2650),
            "auth-1",
            "sandbox:approve",
            Samples.at(20),
            Samples.at(10_000)));
  }
}
