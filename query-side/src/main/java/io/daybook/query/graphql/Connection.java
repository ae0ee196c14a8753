package io.daybook.query.graphql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of a list, as Relay has it.
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo) {

  public record Edge<T>(String cursor, T node) {}

  public record PageInfo(
      boolean hasNextPage,
      boolean hasPreviousPage,
      @Nullable String startCursor,
      @Nullable String endCursor) {}

  /// @param found the page's elements and, where there are more, one that shows it
  static <T> Connection<T> of(List<Edge<T>> found, Page page) {
    boolean more = found.size() > page.first();
    List<Edge<T>> edges = more ? found.subList(0, page.first()) : found;
    return new Connection<>(
        List.copyOf(edges),
        new PageInfo(
            more,
            page.after() != null,
            edges.isEmpty() ? null : edges.getFirst().cursor(),
            edges.isEmpty() ? null : edges.getLast().cursor()));
  }
}
