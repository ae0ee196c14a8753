package io.daybook.catalog;

import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.Money;
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
      @Nullable CategoryId categoryId) {}

  record ProductUpdated(
      ProductId productId, ChangedFields changedFields, String updatedBy, Instant updatedAt)
      implements ProductEvent {}

  record ProductActivated(ProductId productId, Instant activatedAt) implements ProductEvent {}

  record ProductDeactivated(ProductId productId, Instant deactivatedAt) implements ProductEvent {}

  record ProductDeleted(ProductId productId, String deletedBy, Instant deletedAt)
      implements ProductEvent {}

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
