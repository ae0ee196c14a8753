package io.daybook.command.order;

import static io.daybook.order.OrderRejection.INVALID_DISCOUNT;
import static io.daybook.order.OrderRejection.INVALID_PRICE;

import io.daybook.command.cart.CartItem;
import io.daybook.kernel.AmountRule;
import io.daybook.kernel.Context;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.order.LineItem;
import io.daybook.order.StaffTerms.LineTerms;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What one piece costs in an order, and what is taken off.
record LinePrice(Money listPrice, Money unitPrice, BigDecimal discountRate) {
  private static final int MAX_DECIMALS = 4;

  static LinePrice of(Money listPrice, @Nullable LineTerms terms) {
    Money byHand = terms == null ? null : terms.unitPrice();
    BigDecimal rate = terms == null ? null : terms.discountRate();
    Money unitPrice = byHand == null ? listPrice : byHand;
    if (!unitPrice.isPositive()) {
      throw Rejection.of(INVALID_PRICE)
          .with("staffTerms.lines.unitPrice", unitPrice, "must be at least 0.01");
    }
    if (byHand != null) {
      AmountRule.atMost(byHand, "staffTerms.lines.unitPrice", INVALID_PRICE);
    }
    return new LinePrice(listPrice, unitPrice, rate == null ? BigDecimal.ZERO : checked(rate));
  }

  /// The total, price times quantity less discount, is rounded once, HALF_UP. The discount is the
  /// difference to the full price, so that both always add up (rule 10).
  LineItem item(CartItem line, String name, @Nullable LineTerms terms, Context context) {
    Money full =
        AmountRule.times(
            unitPrice, line.quantity(), "cart.lines." + line.cartItemId(), INVALID_PRICE);
    Money total = full.times(BigDecimal.ONE.subtract(discountRate));
    return new LineItem(
        line.cartItemId(),
        line.productId(),
        line.variantId(),
        name,
        line.quantity(),
        listPrice,
        unitPrice,
        discountRate,
        full.minus(total),
        total,
        terms == null ? null : context.actor().toString(),
        line.attributes());
  }

  private static BigDecimal checked(BigDecimal rate) {
    if (rate.signum() < 0
        || rate.compareTo(BigDecimal.ONE) >= 0
        || rate.stripTrailingZeros().scale() > MAX_DECIMALS) {
      throw Rejection.of(INVALID_DISCOUNT)
          .with(
              "staffTerms.lines.discountRate",
              rate,
              "must be from 0 to below 1, with at most 4 decimals");
    }
    return rate;
  }
}
