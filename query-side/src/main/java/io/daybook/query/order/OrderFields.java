package io.daybook.query.order;

import io.daybook.kernel.TenantId;
import io.daybook.query.catalog.Product;
import io.daybook.query.catalog.Products;
import io.daybook.query.customer.Customer;
import io.daybook.query.customer.Customers;
import io.daybook.query.graphql.Groups;
import io.daybook.query.graphql.View;
import io.daybook.query.payment.Payment;
import io.daybook.query.payment.Payments;
import java.util.List;
import java.util.Map;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/// What hangs on an order in `order.graphqls`: each read once for all orders of a page.
@Controller
class OrderFields {
  private final View<OrderLine> lines;
  private final View<TimelineEntry> timeline;
  private final Customers customers;
  private final Products products;
  private final Payments payments;

  OrderFields(JdbcClient database, Customers customers, Products products, Payments payments) {
    this.lines = new View<>(database, "order_lines", "r.*", "line_number", OrderLine::read);
    this.timeline = new View<>(database, "order_timeline", "r.*", "event_id", TimelineEntry::read);
    this.customers = customers;
    this.products = products;
    this.payments = payments;
  }

  @BatchMapping(typeName = "Order")
  Map<Order, List<OrderLine>> lines(List<Order> owners, @ContextValue TenantId tenant) {
    List<OrderLine> found = lines.all(tenant, "order_id", ids(owners), "r.order_id, r.line_number");
    return Groups.of(owners, Order::id, found, OrderLine::orderId);
  }

  @BatchMapping(typeName = "Order")
  Map<Order, Customer> customer(List<Order> owners, @ContextValue TenantId tenant) {
    List<String> references = Groups.references(owners, Order::customerId);
    return Groups.one(owners, Order::customerId, customers.byId(tenant, references));
  }

  @BatchMapping(typeName = "Order")
  Map<Order, List<Payment>> payments(List<Order> owners, @ContextValue TenantId tenant) {
    List<Payment> found = payments.ofOrders(tenant, ids(owners));
    return Groups.of(owners, Order::id, found, Payment::orderId);
  }

  /// Things of one instant, as all of an imported order are, in the order of their recording.
  @BatchMapping(typeName = "Order")
  Map<Order, List<TimelineEntry>> timeline(List<Order> owners, @ContextValue TenantId tenant) {
    List<TimelineEntry> found =
        timeline.all(
            tenant, "order_id", ids(owners), "r.at, r.recorded_at, r.sequence, r.event_id");
    return Groups.of(owners, Order::id, found, TimelineEntry::orderId);
  }

  @BatchMapping(typeName = "OrderLine")
  Map<OrderLine, Product> product(List<OrderLine> owners, @ContextValue TenantId tenant) {
    return products.of(owners, OrderLine::productId, tenant);
  }

  private static List<String> ids(List<Order> owners) {
    return owners.stream().map(Order::id).toList();
  }
}
