package io.daybook.query.order;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.query.graphql.Connection;
import io.daybook.query.graphql.CreationOrder;
import io.daybook.query.graphql.Groups;
import io.daybook.query.graphql.Live;
import io.daybook.query.graphql.Page;
import io.daybook.query.graphql.View;
import io.daybook.query.payment.Payment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/// The ways to orders in `order.graphqls`.
@Controller
class Orders {
  private final View<Order> orders;
  private final Live live;

  Orders(View<Order> orders, Live live) {
    this.orders = orders;
    this.live = live;
  }

  @QueryMapping
  @Nullable Order order(@Argument String id, @ContextValue TenantId tenant) {
    return orders.find(tenant, new OrderId(id).value()).orElse(null);
  }

  @QueryMapping
  Connection<Order> orders(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable OrderFilter filter,
      @Argument CreationOrder sort,
      @ContextValue TenantId tenant) {
    OrderFilter asked = filter == null ? OrderFilter.ALL : filter;
    return orders.page(asked.conditions(tenant), sort, new Page(first, after));
  }

  @BatchMapping(typeName = "Payment")
  Map<Payment, Order> order(List<Payment> owners, @ContextValue TenantId tenant) {
    List<String> ids = Groups.references(owners, Payment::orderId);
    return Groups.one(owners, Payment::orderId, Groups.byId(orders.all(tenant, ids)));
  }

  @SubscriptionMapping
  Flux<Order> orderUpdated(
      @Argument @Nullable String orderId,
      @Argument @Nullable String customerId,
      @ContextValue TenantId tenant) {
    String order = orderId == null ? null : new OrderId(orderId).value();
    String customer = customerId == null ? null : new CustomerId(customerId).value();
    return live.entities(tenant, OrderId.class, orders)
        .filter(changed -> order == null || changed.id().equals(order))
        .filter(changed -> customer == null || changed.customerId().equals(customer));
  }
}
