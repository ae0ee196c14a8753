package io.daybook.query.order;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.query.catalog.Product;
import io.daybook.query.catalog.Products;
import io.daybook.query.customer.Customer;
import io.daybook.query.customer.Customers;
import io.daybook.query.graphql.EntityQueries;
import io.daybook.query.graphql.View;
import io.daybook.query.graphql.stream.Subscriptions;
import io.daybook.query.payment.Payment;
import io.daybook.query.payment.Payments;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/// The fields of `order.graphqls`.
@Controller
class Orders extends EntityQueries<Order> {
  private static final String WITH_OPEN_ISSUE =
      """
      EXISTS (
        SELECT FROM projection.order_issues AS raised
        WHERE raised.tenant_id = r.tenant_id AND raised.order_id = r.order_id
          AND raised.issue = :issue AND raised.resolved_at IS NULL)\
      """;

  private final View<OrderLine> lines;
  private final View<TimelineEntry> timeline;
  private final View<RaisedIssue> issues;
  private final Customers customers;
  private final Products products;
  private final Payments payments;
  private final Subscriptions subscriptions;

  Orders(
      JdbcClient database,
      Customers customers,
      Products products,
      Payments payments,
      Subscriptions subscriptions) {
    super("Order", new View<>(database, "orders", "order_id", Order::read));
    byId(OrderId::new);
    filterId("customerId", "r.customer_id = :customer", CustomerId::new);
    filter("status", "r.status = :status");
    filter("orderNumber", "r.order_number = :number");
    filter("issue", WITH_OPEN_ISSUE);
    filter("createdFrom", "r.created_at >= :from");
    filter("createdBefore", "r.created_at < :before");
    sort("CREATED_AT", "created_at", "timestamptz");
    connectionIn("Customer", "customer_id");
    this.lines = new View<>(database, "order_lines", "line_number", OrderLine::read);
    this.timeline = new View<>(database, "order_timeline", "event_id", TimelineEntry::read);
    this.issues = new View<>(database, "order_issues", "issue", RaisedIssue::read);
    this.customers = customers;
    this.products = products;
    this.payments = payments;
    this.subscriptions = subscriptions;
  }

  @BatchMapping(typeName = "Order")
  Map<Order, List<OrderLine>> lines(List<Order> owners, @ContextValue TenantId tenant) {
    return lines.ofEach(
        owners, tenant, "order_id", "r.order_id, r.line_number", OrderLine::orderId);
  }

  @BatchMapping(typeName = "Order")
  Map<Order, Customer> customer(List<Order> owners, @ContextValue TenantId tenant) {
    return customers.referencedBy(owners, Order::customerId, tenant);
  }

  @BatchMapping(typeName = "Order")
  Map<Order, List<Payment>> payments(List<Order> owners, @ContextValue TenantId tenant) {
    return payments.ofOrders(owners, tenant);
  }

  /// Entries of one instant, as all of an imported order are, come in the order in which they were recorded.
  @BatchMapping(typeName = "Order")
  Map<Order, List<TimelineEntry>> timeline(List<Order> owners, @ContextValue TenantId tenant) {
    String order = "r.at, r.recorded_at, r.sequence, r.event_id";
    return timeline.ofEach(owners, tenant, "order_id", order, TimelineEntry::orderId);
  }

  @BatchMapping(typeName = "Order")
  Map<Order, List<RaisedIssue>> issues(List<Order> owners, @ContextValue TenantId tenant) {
    return issues.ofEach(
        owners, tenant, "order_id", "r.order_id, r.raised_at, r.issue", RaisedIssue::orderId);
  }

  @BatchMapping(typeName = "OrderLine")
  Map<OrderLine, Product> product(List<OrderLine> owners, @ContextValue TenantId tenant) {
    return products.referencedBy(owners, OrderLine::productId, tenant);
  }

  @BatchMapping(typeName = "Payment")
  Map<Payment, Order> order(List<Payment> owners, @ContextValue TenantId tenant) {
    return referencedBy(owners, Payment::orderId, tenant);
  }

  @SubscriptionMapping
  Flux<Order> orderUpdated(
      @Argument @Nullable String orderId,
      @Argument @Nullable String customerId,
      @ContextValue TenantId tenant) {
    String order = orderId == null ? null : new OrderId(orderId).value();
    String customer = customerId == null ? null : new CustomerId(customerId).value();
    return subscriptions
        .updated(tenant, OrderId.class, view())
        .filter(changed -> order == null || changed.id().equals(order))
        .filter(changed -> customer == null || changed.customerId().equals(customer));
  }
}
