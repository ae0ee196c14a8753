package io.daybook.query.graphql;

import static io.daybook.query.testing.Known.cart;
import static io.daybook.query.testing.Known.category;
import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.order;
import static io.daybook.query.testing.Known.product;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import io.daybook.kernel.id.PaymentId;
import io.daybook.query.testing.ReadTest;
import io.daybook.query.testing.Shop;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;

/// A field that nothing answers to is only noticed when somebody asks for it.
class EveryFieldTest extends ReadTest {
  private static final Map<String, String> ENTITIES =
      Map.of(
          "customer", "id: \"%s\"".formatted(customer(1)),
          "category", "id: \"%s\"".formatted(category(2)),
          "product", "id: \"%s\"".formatted(product(1)),
          "stock", "productId: \"%s\"".formatted(product(1)),
          "cart", "id: \"%s\"".formatted(cart(1)),
          "order", "id: \"%s\"".formatted(order(1)),
          "payment", "id: \"%s\"".formatted(PaymentId.of(order(1))));

  @Autowired GraphQlSource source;

  @BeforeEach
  void a_shop() {
    given(Shop.everything(1));
  }

  @Test
  void every_field_of_every_entity_can_be_read() {
    ENTITIES.forEach(
        (name, arguments) -> {
          String fields = fields(source.schema().getQueryType().getFieldDefinition(name), 3);
          JsonNode found = read("{ %s(%s) %s }".formatted(name, arguments, fields));
          assertThat(found.get(name).isNull()).as(name).isFalse();
        });
  }

  @Test
  void every_connection_can_be_read() {
    List<GraphQLFieldDefinition> connections =
        source.schema().getQueryType().getFieldDefinitions().stream()
            .filter(field -> field.getArgument("first") != null)
            .toList();

    assertThat(connections).hasSize(ENTITIES.size());
    for (GraphQLFieldDefinition connection : connections) {
      String name = connection.getName();
      JsonNode found = read("{ %s(first: 1) %s }".formatted(name, fields(connection, 4)));
      assertThat(found.at("/" + name + "/edges").size()).as(name).isEqualTo(1);
    }
  }

  private static String fields(GraphQLFieldDefinition field, int depth) {
    if (!(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType type)) {
      return "";
    }
    return type.getFieldDefinitions().stream()
        .filter(below -> depth > 1 || isLeaf(below))
        .map(below -> below.getName() + page(below) + fields(below, depth - 1))
        .collect(Collectors.joining(" ", " { __typename ", " }"));
  }

  private static boolean isLeaf(GraphQLFieldDefinition field) {
    return !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLObjectType);
  }

  private static String page(GraphQLFieldDefinition field) {
    return field.getArgument("first") == null ? "" : "(first: 2)";
  }
}
