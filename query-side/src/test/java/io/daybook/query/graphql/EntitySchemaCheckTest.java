package io.daybook.query.graphql;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import io.daybook.kernel.id.OrderId;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class EntitySchemaCheckTest {
  private static final String SCHEMA =
      """
      type Query {
        thing(id: ID!): Thing
        things(filter: ThingFilter, sort: ThingOrder!): ThingConnection
      }
      input ThingFilter { color: String size: Int }
      enum ThingOrder { NAME_ASC NAME_DESC }
      type Thing { id: ID! history: String }
      type ThingConnection { edges: String }
      type Owner { id: ID! }
      """;

  private record Thing(String id) implements Entity {}

  private static final class Things extends EntityQueries<Thing> {
    Things(Consumer<Things> description) {
      super(
          "Thing",
          new View<>(
              JdbcClient.create(new DriverManagerDataSource()),
              "things",
              "thing_id",
              (row, _) -> new Thing(row.getString("thing_id"))));
      description.accept(this);
    }

    void readById() {
      byId(OrderId::new);
    }

    void filterBy(String field) {
      filter(field, "r.%s = :%s".formatted(field, field));
    }

    void sortBy(String name) {
      sort(name, "name", "text");
    }

    void inOwner() {
      connectionIn("Owner", "owner_id");
    }
  }

  @Test
  void what_the_schema_has_and_the_queries_answer_is_accepted() {
    assertThatCode(() -> check(SCHEMA, EntitySchemaCheckTest::whole)).doesNotThrowAnyException();
  }

  @Test
  void a_filter_field_that_nothing_answers_fails_the_start() {
    refused("Thing's filter", SCHEMA.replace("size: Int", "size: Int weight: Int"));
  }

  @Test
  void a_filter_field_that_the_schema_lacks_fails_the_start() {
    refused("Thing's filter", SCHEMA.replace("size: Int", ""));
  }

  @Test
  void an_ordering_that_nothing_answers_fails_the_start() {
    refused("Thing's sort", SCHEMA.replace("NAME_DESC", "NAME_DESC SIZE_ASC"));
  }

  @Test
  void a_history_of_an_entity_without_queries_fails_the_start() {
    refused("history", SCHEMA + "type Other { id: ID! history: String }");
  }

  @Test
  void an_entity_without_a_connection_fails_the_start() {
    refused(
        "ThingConnection", SCHEMA.replace("sort: ThingOrder!): ThingConnection", "a: Int): Int"));
  }

  @Test
  void a_query_by_id_that_nothing_answers_fails_the_start() {
    assertThatThrownBy(
            () ->
                check(
                    SCHEMA,
                    things -> {
                      things.filterBy("color");
                      things.filterBy("size");
                      things.sortBy("NAME");
                    }))
        .hasMessageContaining("read by id");
  }

  @Test
  void a_connection_that_its_owner_lacks_fails_the_start() {
    assertThatThrownBy(
            () ->
                check(
                    SCHEMA,
                    things -> {
                      whole(things);
                      things.inOwner();
                    }))
        .hasMessageContaining("ThingConnection");
  }

  private static void refused(String what, String schema) {
    assertThatThrownBy(() -> check(schema, EntitySchemaCheckTest::whole))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(what);
  }

  private static void whole(Things things) {
    things.readById();
    things.filterBy("color");
    things.filterBy("size");
    things.sortBy("NAME");
  }

  private static void check(String text, Consumer<Things> description) {
    RuntimeWiring wiring =
        RuntimeWiring.newRuntimeWiring()
            .type(
                "Query", query -> query.dataFetcher("thing", _ -> 1).dataFetcher("things", _ -> 1))
            .build();
    GraphQLSchema schema =
        new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(text), wiring);
    EntitySchemaCheck.check(schema, List.of(new Things(description)));
  }
}
