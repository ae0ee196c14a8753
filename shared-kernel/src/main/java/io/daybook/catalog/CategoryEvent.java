package io.daybook.catalog;

import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.StoredAs;
import io.daybook.kernel.id.CategoryId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened to a category.
public sealed interface CategoryEvent extends Event {
  CategoryId categoryId();

  @Override
  default Id source() {
    return categoryId();
  }

  /// @param depth 1 for a root category, at most 3
  @StoredAs("catalog.CategoryCreated")
  record CategoryCreated(
      CategoryId categoryId,
      String name,
      @Nullable CategoryId parentCategoryId,
      int depth,
      Instant createdAt)
      implements CategoryEvent {}
}
