package io.daybook.catalog;

import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.CategoryId;
import org.jspecify.annotations.Nullable;

/// What can be asked of a category.
public sealed interface CategoryCommand extends Command {
  CategoryId categoryId();

  @Override
  default Id target() {
    return categoryId();
  }

  @Override
  default RejectionCode missing() {
    return CatalogRejection.CATEGORY_NOT_FOUND;
  }

  record CreateCategory(CategoryId categoryId, String name, @Nullable CategoryId parentCategoryId)
      implements CategoryCommand {}
}
