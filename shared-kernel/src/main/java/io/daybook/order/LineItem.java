package io.daybook.order;

import io.daybook.kernel.Money;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A line of an order, with the amounts as they were agreed.
///
/// @param listPrice the shop's price of one at the time
/// @param unitPrice what one costs here
/// @param discountRate a fraction, 0 where there is none
/// @param discount what the rate takes off, so that `unitPrice × quantity − discount = total`
/// @param total rounded once, HALF_UP to the minor unit
/// @param termsBy the member of staff who gave the price or the discount by hand, if one did
/// @param attributes what the shop remembered of the cart's line
public record LineItem(
    CartItemId cartItemId,
    ProductId productId,
    @Nullable VariantId variantId,
    String name,
    int quantity,
    Money listPrice,
    Money unitPrice,
    BigDecimal discountRate,
    Money discount,
    Money total,
    @Nullable String termsBy,
    Map<String, String> attributes) {}
