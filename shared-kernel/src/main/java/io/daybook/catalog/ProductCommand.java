package io.daybook.catalog;

import io.daybook.kernel.AtMost;
import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import io.daybook.kernel.Money;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What can be asked of a product.
public sealed interface ProductCommand extends Command {
  ProductId productId();

  @Override
  default Id target() {
    return productId();
  }

  @Override
  default RejectionCode missing() {
    return CatalogRejection.PRODUCT_NOT_FOUND;
  }

  /// Creates a draft.
  record CreateProduct(
      ProductId productId,
      String name,
      @AtMost(10_000) @Nullable String description,
      Money price,
      CategoryId categoryId)
      implements ProductCommand {}

  /// Changes what is given, and leaves the rest.
  record UpdateProduct(
      ProductId productId,
      @Nullable String name,
      @AtMost(10_000) @Nullable String description,
      @Nullable Money price,
      @Nullable CategoryId categoryId)
      implements ProductCommand {}

  record ActivateProduct(ProductId productId) implements ProductCommand {}

  record DeactivateProduct(ProductId productId) implements ProductCommand {}

  /// A soft delete: the product leaves the shop and the carts, and stays in the order history.
  record DeleteProduct(ProductId productId) implements ProductCommand {}

  /// @param price where it differs from the product's
  /// @param attributes what distinguishes the variant, such as size and colour
  record AddProductVariant(
      ProductId productId,
      VariantId variantId,
      String name,
      @Nullable String sku,
      @Nullable Money price,
      @Nullable Map<String, String> attributes)
      implements ProductCommand {}
}
