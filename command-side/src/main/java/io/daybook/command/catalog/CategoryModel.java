package io.daybook.command.catalog;

import io.daybook.catalog.CategoryEvent;
import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.command.model.ModelDefinition;
import io.daybook.kernel.Event;
import org.jspecify.annotations.Nullable;

/// What others must know of a category that exists.
///
/// @param depth 1 for a root category
public record CategoryModel(String name, int depth) {
  public static final ModelDefinition<CategoryModel> DEFINITION =
      new ModelDefinition<>(CategoryModel.class, CategoryModel::after);

  private static CategoryModel after(@Nullable CategoryModel before, Event event) {
    return switch ((CategoryEvent) event) {
      case CategoryCreated created -> new CategoryModel(created.name(), created.depth());
    };
  }
}
