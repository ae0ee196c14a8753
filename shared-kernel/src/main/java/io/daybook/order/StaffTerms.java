package io.daybook.order;

import io.daybook.kernel.Money;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a member of staff gave by hand for an order, instead of the shop's own prices.
public record StaffTerms(@Nullable List<LineTerms> lines, @Nullable Money shippingCost) {

  /// @param unitPrice instead of the shop's
  /// @param discountRate a fraction from 0 to below 1, with at most 4 decimals
  public record LineTerms(
      ProductId productId,
      @Nullable VariantId variantId,
      @Nullable Money unitPrice,
      @Nullable BigDecimal discountRate) {}
}
