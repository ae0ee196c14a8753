package io.daybook.app.imports;

import io.daybook.kernel.Money;
import io.daybook.order.OrderStatus;
import java.util.EnumMap;
import java.util.Map;

/// What some orders come to.
///
/// @param goods the sum of the lines after discounts, each rounded by itself
/// @param units the sum of the lines' attribute `units`, 0 where there is none
public record Figures(
    long orders,
    long lines,
    long pieces,
    Money goods,
    Money shipping,
    long units,
    Map<OrderStatus, Long> states) {

  public static Figures none(Money zero) {
    return new Figures(0, 0, 0, zero, zero, 0, Map.of());
  }

  public Figures plus(Figures other) {
    Map<OrderStatus, Long> sum = new EnumMap<>(OrderStatus.class);
    sum.putAll(states);
    other.states.forEach((state, count) -> sum.merge(state, count, Long::sum));
    return new Figures(
        orders + other.orders,
        lines + other.lines,
        pieces + other.pieces,
        goods.plus(other.goods),
        shipping.plus(other.shipping),
        units + other.units,
        Map.copyOf(sum));
  }

  public long in(OrderStatus status) {
    return states.getOrDefault(status, 0L);
  }
}
