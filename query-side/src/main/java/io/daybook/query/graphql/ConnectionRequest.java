package io.daybook.query.graphql;

import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import java.util.Objects;

/// The arguments of a connection.
record ConnectionRequest(Page page, Map<String, Object> filter, String sort) {

  static ConnectionRequest of(DataFetchingEnvironment environment) {
    int first = Objects.requireNonNull(environment.getArgument("first"));
    String sort = Objects.requireNonNull(environment.getArgument("sort"));
    Map<String, Object> filter = environment.getArgument("filter");
    return new ConnectionRequest(
        new Page(first, environment.getArgument("after")),
        filter == null ? Map.of() : filter,
        sort);
  }
}
