package io.daybook.command.catalog;

import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.CategoryId;
import org.jspecify.annotations.Nullable;

/// What describes a product.
///
/// @param description empty where there is none
record ProductDetails(String name, String description, Money price, CategoryId categoryId) {

  static ProductDetails of(ProductCreated created) {
    return new ProductDetails(
        created.name(),
        created.description() == null ? "" : created.description(),
        created.price(),
        created.categoryId());
  }

  ProductDetails with(ChangedFields changed) {
    return new ProductDetails(
        or(changed.name(), name),
        or(changed.description(), description),
        or(changed.price(), price),
        or(changed.categoryId(), categoryId));
  }

  /// What must change to get from here to there.
  ChangedFields changesTo(ProductDetails there) {
    return new ChangedFields(
        unless(name, there.name),
        unless(description, there.description),
        unless(price, there.price),
        unless(categoryId, there.categoryId));
  }

  private static <T> T or(@Nullable T changed, T before) {
    return changed == null ? before : changed;
  }

  private static <T> @Nullable T unless(T before, T after) {
    return before.equals(after) ? null : after;
  }
}
