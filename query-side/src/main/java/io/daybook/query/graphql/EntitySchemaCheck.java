package io.daybook.query.graphql;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectField;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.SchemaReport;

/// Fails the start where the schema promises what no [EntityQueries] answers, or the other way round.
final class EntitySchemaCheck {
  private EntitySchemaCheck() {}

  /// @throws IllegalStateException that names what nothing answers
  static void check(SchemaReport report, List<EntityQueries<?>> entities) {
    check(report.schema(), entities);
    if (!report.unmappedFields().isEmpty() || !report.unmappedRegistrations().isEmpty()) {
      throw new IllegalStateException(
          "Nothing answers %s, and nobody asks %s"
              .formatted(report.unmappedFields(), report.unmappedRegistrations().keySet()));
    }
  }

  /// @throws IllegalStateException that names the entity and what differs
  static void check(GraphQLSchema schema, List<EntityQueries<?>> entities) {
    Set<String> told =
        schema.getAllTypesAsList().stream()
            .filter(GraphQLObjectType.class::isInstance)
            .map(GraphQLObjectType.class::cast)
            .filter(type -> type.getFieldDefinition("history") != null)
            .map(GraphQLObjectType::getName)
            .collect(Collectors.toSet());
    same("The types with a history", told, names(entities));
    entities.forEach(entity -> check(schema, entity));
  }

  private static void check(GraphQLSchema schema, EntityQueries<?> entity) {
    GraphQLFieldDefinition connection = connection(schema.getQueryType(), entity);
    same(entity.type() + "'s filter", filter(connection, _ -> true), entity.filterFields());
    same(
        entity.type() + "'s ids to filter by",
        filter(connection, field -> typeName(field.getType()).equals("ID")),
        entity.filterIds());
    same(entity.type() + "'s sort", sort(connection), entity.orderings());
    for (String owner : entity.owners().keySet()) {
      GraphQLFieldDefinition owned = connection(schema.getObjectType(owner), entity);
      same(owner + "." + owned.getName() + "'s sort", sort(owned), entity.orderings());
    }
    boolean read =
        schema.getQueryType().getFieldDefinitions().stream()
            .anyMatch(field -> isById(field, entity.type()));
    if (read != entity.isReadById()) {
      throw new IllegalStateException(
          "%s is read by id in %s only"
              .formatted(entity.type(), read ? "the schema" : "its queries"));
    }
  }

  private static GraphQLFieldDefinition connection(
      @Nullable GraphQLObjectType parent, EntityQueries<?> entity) {
    String type = entity.type() + "Connection";
    return (parent == null ? List.<GraphQLFieldDefinition>of() : parent.getFieldDefinitions())
        .stream()
            .filter(field -> typeName(field.getType()).equals(type))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("No field of the schema gives a " + type));
  }

  private static boolean isById(GraphQLFieldDefinition field, String type) {
    return typeName(field.getType()).equals(type)
        && field.getArguments().size() == 1
        && field.getArgument("id") != null;
  }

  private static Set<String> filter(
      GraphQLFieldDefinition connection, Predicate<GraphQLInputObjectField> which) {
    GraphQLArgument filter = connection.getArgument("filter");
    return filter != null && unwrapped(filter) instanceof GraphQLInputObjectType input
        ? input.getFields().stream()
            .filter(which)
            .map(GraphQLInputObjectField::getName)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static Set<String> sort(GraphQLFieldDefinition connection) {
    GraphQLArgument sort = connection.getArgument("sort");
    return sort != null && unwrapped(sort) instanceof GraphQLEnumType values
        ? values.getValues().stream()
            .map(GraphQLEnumValueDefinition::getName)
            .collect(Collectors.toSet())
        : Set.of();
  }

  private static GraphQLType unwrapped(GraphQLArgument argument) {
    return GraphQLTypeUtil.unwrapAll(argument.getType());
  }

  private static String typeName(GraphQLType type) {
    return GraphQLTypeUtil.unwrapAll(type).getName();
  }

  private static Set<String> names(List<EntityQueries<?>> entities) {
    return entities.stream().map(EntityQueries::type).collect(Collectors.toSet());
  }

  private static void same(String what, Set<String> schema, Set<String> queries) {
    if (!schema.equals(queries)) {
      throw new IllegalStateException(
          "%s: the schema has %s, the queries have %s".formatted(what, schema, queries));
    }
  }
}
