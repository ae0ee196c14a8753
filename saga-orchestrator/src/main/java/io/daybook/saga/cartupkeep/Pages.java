package io.daybook.saga.cartupkeep;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks over any number of lines, a page at a time.
final class Pages {
  @FunctionalInterface
  interface Next {
    List<CartItemKey> after(@Nullable CartItemKey last);
  }

  private Pages() {}

  static void walk(Next next, Consumer<CartItemKey> each) {
    List<CartItemKey> page = next.after(null);
    while (!page.isEmpty()) {
      page.forEach(each);
      page = next.after(page.getLast());
    }
  }
}
