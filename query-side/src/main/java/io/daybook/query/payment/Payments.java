package io.daybook.query.payment;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.query.graphql.Entity;
import io.daybook.query.graphql.EntityQueries;
import io.daybook.query.graphql.View;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// The fields of `payment.graphqls`.
@Controller
public class Payments extends EntityQueries<Payment> {
  private final View<PaymentStep> steps;

  Payments(JdbcClient database) {
    super("Payment", new View<>(database, "payments", "payment_id", Payment::read));
    byId(PaymentId::new);
    filterId("orderId", "r.order_id = :order", OrderId::new);
    filterId("customerId", "r.customer_id = :customer", CustomerId::new);
    filter("status", "r.status = :status");
    filter("issue", "r.issue = :issue");
    sort("CREATED_AT", "created_at", "timestamptz");
    steps = new View<>(database, "payment_operations", "sequence", PaymentStep::read);
  }

  @BatchMapping(typeName = "Payment")
  Map<Payment, List<PaymentStep>> operations(List<Payment> owners, @ContextValue TenantId tenant) {
    return steps.ofEach(
        owners, tenant, "payment_id", "r.payment_id, r.sequence", PaymentStep::paymentId);
  }

  /// The payments of these orders, oldest first.
  public <O extends Entity> Map<O, List<Payment>> ofOrders(List<O> orders, TenantId tenant) {
    return view()
        .ofEach(orders, tenant, "order_id", "r.created_at, r.payment_id", Payment::orderId);
  }
}
