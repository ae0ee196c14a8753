package io.daybook.query.testing;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.Id;
import io.daybook.kernel.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Queries that follow from a schema.
public record SchemaQueries(GraphQLSchema schema) {

  /// The fields of `Query` that give a connection.
  public List<GraphQLFieldDefinition> connections() {
    return schema.getQueryType().getFieldDefinitions().stream()
        .filter(field -> field.getArgument("first") != null)
        .toList();
  }

  /// The fields of `Query` that give one entity.
  public List<GraphQLFieldDefinition> entities() {
    return schema.getQueryType().getFieldDefinitions().stream()
        .filter(field -> field.getArgument("first") == null)
        .toList();
  }

  public List<GraphQLFieldDefinition> subscriptions() {
    return schema.getSubscriptionType().getFieldDefinitions();
  }

  /// The first entity of the connection that has what the field gives, with its plain fields.
  public String sampleFor(GraphQLFieldDefinition field) {
    String connection = typeName(field) + "Connection";
    return connections().stream()
        .filter(it -> typeName(it).equals(connection))
        .map(it -> "{ found: %s(first: 1) %s }".formatted(it.getName(), selection(it, 3)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("The schema has no connection of " + field));
  }

  /// The field with the arguments that it needs, which are fields of the entity: `order(id: "ord_…")`.
  public static String call(GraphQLFieldDefinition field, JsonNode entity) {
    String arguments =
        field.getArguments().stream()
            .filter(argument -> GraphQLTypeUtil.isNonNull(argument.getType()))
            .map(argument -> argument.getName() + ": " + entity.get(argument.getName()))
            .collect(Collectors.joining(", "));
    return field.getName() + (arguments.isEmpty() ? "" : "(" + arguments + ")");
  }

  /// All that can be read of a field so deep down.
  public static String selection(GraphQLFieldDefinition field, int depth) {
    if (!(type(field) instanceof GraphQLObjectType type)) {
      return "";
    }
    return type.getFieldDefinitions().stream()
        .filter(below -> depth > 1 || !(type(below) instanceof GraphQLObjectType))
        .map(
            below ->
                below.getName()
                    + (below.getArgument("first") == null ? "" : "(first: 2)")
                    + selection(below, depth - 1))
        .collect(Collectors.joining(" ", " { __typename ", " }"));
  }

  /// Whether what the field gives has a history.
  public static boolean hasHistory(GraphQLFieldDefinition field) {
    return type(field) instanceof GraphQLObjectType type
        && type.getFieldDefinition("history") != null;
  }

  /// A connection with every field of its filter, each alone, and with every ordering.
  public static List<String> filteredAndSorted(GraphQLFieldDefinition connection) {
    List<String> queries = new ArrayList<>();
    GraphQLArgument filter = connection.getArgument("filter");
    if (filter != null && unwrapped(filter.getType()) instanceof GraphQLInputObjectType input) {
      input
          .getFields()
          .forEach(
              field ->
                  queries.add(
                      query(
                          connection,
                          "filter: {%s: %s}",
                          field.getName(),
                          any(field.getName(), field.getType()))));
    }
    GraphQLArgument sort = connection.getArgument("sort");
    if (sort != null && unwrapped(sort.getType()) instanceof GraphQLEnumType values) {
      values.getValues().forEach(it -> queries.add(query(connection, "sort: %s", it.getName())));
    }
    return queries;
  }

  private static String query(
      GraphQLFieldDefinition connection, String argument, Object... values) {
    return "{ %s(first: 1, %s) { edges { cursor } } }"
        .formatted(connection.getName(), argument.formatted(values));
  }

  private static String any(String name, GraphQLType type) {
    GraphQLType plain = unwrapped(type);
    if (plain instanceof GraphQLEnumType values) {
      return values.getValues().getFirst().getName();
    }
    return switch (GraphQLTypeUtil.unwrapAll(type).getName()) {
      case "Int", "Long" -> "1";
      case "Boolean" -> "true";
      case "DateTime" -> "\"2026-03-01T09:00:00Z\"";
      case "ID" -> "\"" + id(name) + "\"";
      default -> "\"any\"";
    };
  }

  /// As an event has it that has a field of this name.
  private static String id(String name) {
    return Capabilities.installed().events().entries().stream()
        .flatMap(entry -> Stream.of(entry.type().getRecordComponents()))
        .filter(it -> it.getName().equals(name) && Id.class.isAssignableFrom(it.getType()))
        .map(it -> prefix(it.getType()) + Samples.uuid(1))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No event has an id " + name));
  }

  private static String prefix(Class<?> id) {
    try {
      return id.getField("PREFIX").get(null).toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(id + " has no prefix", e);
    }
  }

  private static String typeName(GraphQLFieldDefinition field) {
    return GraphQLTypeUtil.unwrapAll(field.getType()).getName();
  }

  private static GraphQLType type(GraphQLFieldDefinition field) {
    return unwrapped(field.getType());
  }

  private static GraphQLType unwrapped(GraphQLType type) {
    return GraphQLTypeUtil.unwrapAll(type);
  }
}
