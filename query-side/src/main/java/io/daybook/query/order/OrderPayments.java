package io.daybook.query.order;

import io.daybook.kernel.Money;
import io.daybook.kernel.TenantId;
import io.daybook.query.payment.Payment;
import io.daybook.query.payment.Payments;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.stereotype.Controller;

/// What the payments of an order come to. Payments of another currency, which an earlier program took, are
/// not counted.
@Controller
class OrderPayments {
  private final Payments payments;

  OrderPayments(Payments payments) {
    this.payments = payments;
  }

  @BatchMapping(typeName = "Order")
  Map<Order, Money> captured(List<Order> owners, @ContextValue TenantId tenant) {
    return each(owners, tenant, (order, known) -> sum(order, known, Payment::captured));
  }

  @BatchMapping(typeName = "Order")
  Map<Order, Money> refunded(List<Order> owners, @ContextValue TenantId tenant) {
    return each(owners, tenant, (order, known) -> sum(order, known, Payment::refunded));
  }

  /// What was given back is not owed again.
  @BatchMapping(typeName = "Order")
  Map<Order, Money> outstanding(List<Order> owners, @ContextValue TenantId tenant) {
    return each(
        owners,
        tenant,
        (order, known) -> order.totalAmount().minus(sum(order, known, Payment::captured)));
  }

  private Map<Order, Money> each(
      List<Order> owners, TenantId tenant, BiFunction<Order, List<Payment>, Money> amount) {
    Map<Order, List<Payment>> known = payments.ofOrders(owners, tenant);
    Map<Order, Money> amounts = new LinkedHashMap<>();
    owners.forEach(
        order -> amounts.put(order, amount.apply(order, known.getOrDefault(order, List.of()))));
    return amounts;
  }

  private static Money sum(Order order, List<Payment> known, Function<Payment, Money> part) {
    return known.stream()
        .map(part)
        .filter(amount -> amount.currency().equals(order.totalAmount().currency()))
        .reduce(Money.zero(order.totalAmount().currency()), Money::plus);
  }
}
