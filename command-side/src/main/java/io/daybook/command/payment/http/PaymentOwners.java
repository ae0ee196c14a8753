package io.daybook.command.payment.http;

import io.daybook.command.model.DecisionModels;
import io.daybook.command.model.ModelDefinition;
import io.daybook.http.Owners;
import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// Whose a payment is: the customer's whom it names, or else its order's.
@Component
final class PaymentOwners implements Owners {

  private record OwnedPayment(@Nullable CustomerId customer, @Nullable OrderId order) {}

  private static final ModelDefinition<OwnedPayment> DEFINITION =
      new ModelDefinition<>(OwnedPayment.class, PaymentOwners::after);

  private final DecisionModels models;
  private final ObjectProvider<Owners> owners;

  PaymentOwners(DecisionModels models, ObjectProvider<Owners> owners) {
    this.models = models;
    this.owners = owners;
  }

  @Override
  public Optional<CustomerId> ownerOf(TenantId tenant, Id entity) {
    return entity instanceof PaymentId payment
        ? models.find(DEFINITION, tenant.stream(payment)).flatMap(it -> ownerOf(tenant, it))
        : Optional.empty();
  }

  private Optional<CustomerId> ownerOf(TenantId tenant, OwnedPayment payment) {
    OrderId order = payment.order();
    if (payment.customer() != null || order == null) {
      return Optional.ofNullable(payment.customer());
    }
    return owners.stream()
        .map(it -> it.ownerOf(tenant, order))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static OwnedPayment after(@Nullable OwnedPayment before, Event event) {
    if (before == null && event instanceof PaymentRequested first) {
      return new OwnedPayment(first.customerId(), first.orderId());
    }
    return Objects.requireNonNull(before, "A payment begins with its request");
  }
}
