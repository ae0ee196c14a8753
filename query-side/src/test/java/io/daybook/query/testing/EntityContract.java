package io.daybook.query.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLSchema;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.Event;
import io.daybook.kernel.EventCatalogue;
import io.daybook.query.projection.UpdateEmitter;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is true of every entity in the schema of a running program. Queries follow from the schema, and what
/// they find are the samples of the capabilities: an entity without a sample fails.
public interface EntityContract {
  GraphQLSchema schema();

  GraphQlClient client(String tenant);

  /// Stores events as the history of a tenant, and waits until the projections show them.
  void given(String tenant, List<Event> events);

  UpdateEmitter updates();

  default List<Event> samples() {
    return Capabilities.installed().all().stream().flatMap(it -> it.samples().stream()).toList();
  }

  @Test
  default void every_field_of_every_entity_can_be_read() {
    GraphQlClient client = withSamples();
    SchemaQueries queries = new SchemaQueries(schema());
    assertThat(queries.entities()).hasSameSizeAs(queries.connections()).isNotEmpty();
    for (GraphQLFieldDefinition field : queries.entities()) {
      String call = SchemaQueries.call(field, sample(client, field));
      JsonNode found =
          client.read("{ found: %s %s }".formatted(call, SchemaQueries.selection(field, 3)));
      assertThat(found.get("found").isNull()).as(call).isFalse();
    }
  }

  @Test
  default void every_connection_can_be_read() {
    GraphQlClient client = withSamples();
    for (GraphQLFieldDefinition field : new SchemaQueries(schema()).connections()) {
      String query = "{ found: %s(first: 1) %s }";
      JsonNode found =
          client.read(query.formatted(field.getName(), SchemaQueries.selection(field, 4)));
      assertThat(found.at("/found/edges").size()).as(field.getName()).isEqualTo(1);
    }
  }

  @Test
  default void every_connection_can_be_filtered_and_sorted() {
    GraphQlClient client = withSamples();
    new SchemaQueries(schema())
        .connections().stream()
            .flatMap(field -> SchemaQueries.filteredAndSorted(field).stream())
            .forEach(client::read);
  }

  @Test
  default void every_entity_tells_its_events() {
    GraphQlClient client = withSamples();
    for (GraphQLFieldDefinition field : new SchemaQueries(schema()).entities()) {
      assertThat(SchemaQueries.hasHistory(field)).as(field.getName() + " has a history").isTrue();
      JsonNode sample = sample(client, field);
      String query = "{ found: %s { history(first: 100) { type } } }";
      JsonNode history =
          client.read(query.formatted(SchemaQueries.call(field, sample))).at("/found/history");
      assertThat(history.valueStream().map(entry -> entry.get("type").asString()))
          .as(field.getName())
          .isNotEmpty()
          .containsExactlyElementsOf(eventsOf(sample.get("id").asString()));
    }
  }

  @Test
  default void another_tenants_entities_do_not_exist() {
    GraphQlClient client = withSamples();
    for (GraphQLFieldDefinition field : new SchemaQueries(schema()).entities()) {
      String query =
          "{ found: %s { __typename } }"
              .formatted(SchemaQueries.call(field, sample(client, field)));
      assertThat(client.read(query).get("found").isNull()).as(query).isFalse();
      assertThat(client(newTenant()).read(query).get("found").isNull()).as(query).isTrue();
    }
  }

  @Test
  default void another_tenants_lists_are_empty() {
    GraphQlClient client = withSamples();
    for (GraphQLFieldDefinition field : new SchemaQueries(schema()).connections()) {
      String query = "{ found: %s { edges { cursor } } }".formatted(field.getName());
      assertThat(client.read(query).at("/found/edges").size()).as(query).isPositive();
      assertThat(client(newTenant()).read(query).at("/found/edges").size()).as(query).isZero();
    }
  }

  /// Samples have the same ids in every tenant: what a subscription needs is read as one tenant, and the
  /// samples are given to another.
  @Test
  default void another_tenants_updates_are_not_sent() {
    GraphQlClient first = withSamples();
    for (GraphQLFieldDefinition field : new SchemaQueries(schema()).subscriptions()) {
      String query =
          "subscription { %s { __typename } }"
              .formatted(SchemaQueries.call(field, sample(first, field)));
      String tenant = newTenant();
      await().until(() -> updates().subscribers() == 0);
      try (Socket own = client(tenant).subscribe(query);
          Socket other = client(newTenant()).subscribe(query)) {
        await().until(() -> updates().subscribers() == 2);
        given(tenant, samples());
        assertThat(own.next()).as(query).isNotNull();
        assertThat(other.within(200)).as(query).isNull();
      }
    }
  }

  private GraphQlClient withSamples() {
    String tenant = newTenant();
    given(tenant, samples());
    return client(tenant);
  }

  private static String newTenant() {
    return "t" + UUID.randomUUID().toString().substring(0, 8);
  }

  private JsonNode sample(GraphQlClient client, GraphQLFieldDefinition field) {
    JsonNode found =
        client.read(new SchemaQueries(schema()).sampleFor(field)).at("/found/edges/0/node");
    assertThat(found.isMissingNode())
        .as("Nothing to read by `%s`: no capability has a sample of it", field.getName())
        .isFalse();
    return found;
  }

  private List<String> eventsOf(String id) {
    return samples().stream()
        .filter(event -> event.source().value().equals(id))
        .map(event -> EventCatalogue.Entry.of(event.getClass()).name())
        .toList();
  }
}
