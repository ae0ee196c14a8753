package io.daybook.query.payment;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.query.graphql.Connection;
import io.daybook.query.graphql.CreationOrder;
import io.daybook.query.graphql.Groups;
import io.daybook.query.graphql.Page;
import io.daybook.query.graphql.View;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// The fields of `payment.graphqls`.
@Controller
public class Payments {
  private final View<Payment> payments;
  private final View<PaymentStep> steps;

  Payments(JdbcClient database) {
    payments = new View<>(database, "payments", "r.*", "payment_id", Payment::read);
    steps = new View<>(database, "payment_operations", "r.*", "sequence", PaymentStep::read);
  }

  @QueryMapping
  @Nullable Payment payment(@Argument String id, @ContextValue TenantId tenant) {
    return payments.find(tenant, new PaymentId(id).value()).orElse(null);
  }

  @QueryMapping
  Connection<Payment> payments(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable PaymentFilter filter,
      @Argument CreationOrder sort,
      @ContextValue TenantId tenant) {
    PaymentFilter asked = filter == null ? PaymentFilter.ALL : filter;
    return payments.page(asked.conditions(tenant), sort, new Page(first, after));
  }

  @BatchMapping(typeName = "Payment")
  Map<Payment, List<PaymentStep>> operations(List<Payment> owners, @ContextValue TenantId tenant) {
    List<String> ids = owners.stream().map(Payment::id).toList();
    List<PaymentStep> found = steps.all(tenant, "payment_id", ids, "r.payment_id, r.sequence");
    return Groups.of(owners, Payment::id, found, PaymentStep::paymentId);
  }

  /// The payments of these orders, oldest first.
  public List<Payment> ofOrders(TenantId tenant, Collection<String> orders) {
    return payments.all(tenant, "order_id", orders, "r.created_at, r.payment_id");
  }
}
