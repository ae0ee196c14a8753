package io.daybook.catalog;

import io.daybook.kernel.Changes;
import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.Money;
import io.daybook.kernel.StoredAs;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What happened to a product.
public sealed interface ProductEvent extends Event {
  ProductId productId();

  @Override
  default Id source() {
    return productId();
  }

  /// @param createdBy the actor, such as `staff:usr_7`
  @StoredAs("catalog.ProductCreated")
  record ProductCreated(
      ProductId productId,
      String name,
      @Nullable String description,
      Money price,
      CategoryId categoryId,
      ProductStatus status,
      String createdBy,
      Instant createdAt)
      implements ProductEvent {}

  /// Only the fields that changed are there, with their new values.
  record ChangedFields(
      @Nullable String name,
      @Nullable String description,
      @Nullable Money price,
      @Nullable CategoryId categoryId)
      implements Changes {}

  @StoredAs("catalog.ProductUpdated")
  record ProductUpdated(
      ProductId productId, ChangedFields changedFields, String updatedBy, Instant updatedAt)
      implements ProductEvent {}

  @StoredAs("catalog.ProductActivated")
  record ProductActivated(ProductId productId, Instant activatedAt) implements ProductEvent {}

  @StoredAs("catalog.ProductDeactivated")
  record ProductDeactivated(ProductId productId, Instant deactivatedAt) implements ProductEvent {}

  @StoredAs("catalog.ProductDeleted")
  record ProductDeleted(ProductId productId, String deletedBy, Instant deletedAt)
      implements ProductEvent {}

  @StoredAs("catalog.ProductVariantAdded")
  record ProductVariantAdded(
      ProductId productId,
      VariantId variantId,
      String name,
      @Nullable String sku,
      @Nullable Money price,
      Map<String, String> attributes,
      Instant addedAt)
      implements ProductEvent {}
}
