package io.daybook.query.graphql;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.graphql.execution.GraphQlSource.SchemaResourceBuilder;
import org.springframework.stereotype.Component;

/// Adds to the schema what Relay wants of a connection: `OrderConnection` and `OrderEdge`, for every entity.
/// Spring would generate them as well, with edges that may be null.
@Component
class ConnectionTypes implements GraphQlSourceBuilderCustomizer {
  private static final String TYPES =
      """
      type %1$sConnection { edges: [%1$sEdge!]! pageInfo: PageInfo! }
      type %1$sEdge { cursor: String! node: %1$s! }
      """;

  private final List<EntityQueries<?>> entities;

  ConnectionTypes(List<EntityQueries<?>> entities) {
    this.entities = entities;
  }

  @Override
  public void customize(SchemaResourceBuilder builder) {
    String types =
        entities.stream().map(it -> TYPES.formatted(it.type())).collect(Collectors.joining());
    builder.schemaResources(
        new ByteArrayResource(types.getBytes(StandardCharsets.UTF_8), "types of connections"));
  }
}
