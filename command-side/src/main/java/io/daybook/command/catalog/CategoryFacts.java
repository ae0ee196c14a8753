package io.daybook.command.catalog;

import io.daybook.catalog.CategoryEvent;
import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.command.facts.Fold;
import io.daybook.kernel.Event;
import org.jspecify.annotations.Nullable;

/// What others must know of a category that exists.
///
/// @param depth 1 for a root category
public record CategoryFacts(String name, int depth) {
  public static final Fold<CategoryFacts> FOLD =
      new Fold<>(CategoryFacts.class, CategoryFacts::after);

  private static CategoryFacts after(@Nullable CategoryFacts before, Event event) {
    return switch ((CategoryEvent) event) {
      case CategoryCreated created -> new CategoryFacts(created.name(), created.depth());
    };
  }
}
