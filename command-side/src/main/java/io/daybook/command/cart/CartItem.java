package io.daybook.command.cart;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A line that is in a cart.
public record CartItem(
    @JsonProperty("cartItemId") CartItemId cartItemId,
    @JsonProperty("productId") ProductId productId,
    @JsonProperty("variantId") @Nullable VariantId variantId,
    @JsonProperty("quantity") int quantity,
    @JsonProperty("unitPrice") Money unitPrice,
    @JsonProperty("attributes") Map<String, String> attributes) {

  public CartItem {
    attributes = Map.copyOf(attributes);
  }

  /// Whether this is the line of that product or variant: a cart has one line of each.
  boolean isOf(ProductId product, @Nullable VariantId variant) {
    return productId.equals(product) && Objects.equals(variantId, variant);
  }

  CartItem quantity(int now) {
    return new CartItem(cartItemId, productId, variantId, now, unitPrice, attributes);
  }

  CartItem unitPrice(Money now) {
    return new CartItem(cartItemId, productId, variantId, quantity, now, attributes);
  }
}
