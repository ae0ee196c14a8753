package io.daybook.catalog;

import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import org.jspecify.annotations.Nullable;

/// What can be asked of a category.
public sealed interface CategoryCommand extends Command {
  CategoryId categoryId();

  @Override
  default Id target() {
    return categoryId();
  }

  record CreateCategory(CategoryId categoryId, String name, @Nullable CategoryId parentCategoryId)
      implements CategoryCommand {}
}
