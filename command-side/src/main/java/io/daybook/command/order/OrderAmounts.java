package io.daybook.command.order;

import static io.daybook.order.OrderRejection.INVALID_PRICE;
import static io.daybook.order.OrderRejection.INVALID_TERMS;

import io.daybook.kernel.AmountRule;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantPolicy;
import io.daybook.order.LineItem;
import io.daybook.order.StaffTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The amounts of an order. Each line was rounded; sums are not rounded again (rule 10).
record OrderAmounts(
    Money subtotal, Money shipping, boolean shippingByHand, Money tax, Money total) {

  static OrderAmounts of(List<LineItem> items, @Nullable StaffTerms terms, TenantPolicy policy) {
    Money subtotal = items.stream().map(LineItem::total).reduce(Money::plus).orElseThrow();
    Money byHand = terms == null ? null : terms.shippingCost();
    Money shipping = byHand == null ? usual(policy, subtotal) : checked(byHand);
    Money tax = subtotal.plus(shipping).times(policy.taxRate());
    Money total = subtotal.plus(shipping).plus(tax);
    if (!total.isPositive()) {
      throw Rejection.of(INVALID_PRICE).with("totalAmount", total, "must be at least 0.01");
    }
    AmountRule.atMost(total, "totalAmount", INVALID_PRICE);
    return new OrderAmounts(subtotal, shipping, byHand != null, tax, total);
  }

  private static Money usual(TenantPolicy policy, Money subtotal) {
    Money usual = policy.shippingCost();
    return usual.isZero() ? Money.zero(subtotal.currency()) : usual;
  }

  private static Money checked(Money byHand) {
    if (byHand.isNegative()) {
      throw Rejection.of(INVALID_TERMS)
          .with("staffTerms.shippingCost", byHand, "must not be negative");
    }
    return AmountRule.atMost(byHand, "staffTerms.shippingCost", INVALID_TERMS);
  }
}
