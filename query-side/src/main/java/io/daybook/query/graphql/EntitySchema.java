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
///
/// When the schema is built, it is checked against the queries, and by Spring against all that answers it: a
/// field that nothing answers fails the start.
@Component
class EntitySchema implements GraphQlSourceBuilderCustomizer {
  private static final String TYPES =
      """
      type %1$sConnection { edges: [%1$sEdge!]! pageInfo: PageInfo! }
      type %1$sEdge { cursor: String! node: %1$s! }
      """;

  private final List<EntityQueries<?>> entities;

  EntitySchema(List<EntityQueries<?>> entities) {
    this.entities = entities;
  }

  @Override
  public void customize(SchemaResourceBuilder builder) {
    String types =
        entities.stream().map(it -> TYPES.formatted(it.type())).collect(Collectors.joining());
    builder.schemaResources(
        new ByteArrayResource(types.getBytes(StandardCharsets.UTF_8), "types of connections"));
    builder.inspectSchemaMappings(report -> EntitySchemaCheck.check(report, entities));
  }
}
