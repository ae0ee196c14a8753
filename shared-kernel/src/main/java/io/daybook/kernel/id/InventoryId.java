package io.daybook.kernel.id;

import io.daybook.kernel.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Identifies the stock of one sellable thing: a product, or one of its variants.
public record InventoryId(String value) implements Id {
  public static final String PREFIX = "stk_";

  public InventoryId {
    Id.checked(PREFIX, value);
  }

  /// Derived from what is stocked, so that nobody needs to look it up.
  public static InventoryId of(ProductId product, @Nullable VariantId variant) {
    UUID stocked = variant == null ? product.uuid() : variant.uuid();
    return new InventoryId(PREFIX + stocked);
  }

  @Override
  public String toString() {
    return value;
  }
}
