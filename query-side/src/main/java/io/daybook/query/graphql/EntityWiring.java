package io.daybook.query.graphql;

import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.DataFetcher;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;
import org.springframework.stereotype.Component;

/// Answers the fields that every entity has alike. It goes through the schema: a field of `Query`
/// that gives a connection is a list, one with `id` as its only argument is a read by id, and
/// `history` is a history.
@Component
class EntityWiring implements RuntimeWiringConfigurer {
  private static final String CONNECTION = "Connection";

  private final Map<String, EntityQueries<?>> entities;
  private final Histories histories;
  private final BatchLoaderRegistry loaders;
  private @Nullable TypeDefinitionRegistry schema;

  EntityWiring(List<EntityQueries<?>> entities, Histories histories, BatchLoaderRegistry loaders) {
    this.entities =
        entities.stream().collect(Collectors.toMap(EntityQueries::type, Function.identity()));
    this.histories = histories;
    this.loaders = loaders;
  }

  @Override
  public void setTypeDefinitionRegistry(TypeDefinitionRegistry registry) {
    this.schema = registry;
  }

  @Override
  public void configure(RuntimeWiring.Builder wiring) {
    wiring.scalar(Scalars.LONG).scalar(Scalars.DATE_TIME).scalar(Scalars.JSON);
    for (String type : Objects.requireNonNull(schema).types().keySet()) {
      for (FieldDefinition field : fields(type)) {
        fetcher(type, field)
            .ifPresent(it -> wiring.type(type, of -> of.dataFetcher(field.getName(), it)));
      }
    }
  }

  private List<FieldDefinition> fields(String type) {
    TypeDefinitionRegistry known = Objects.requireNonNull(schema);
    List<FieldDefinition> fields = new ArrayList<>();
    ObjectTypeDefinition object = known.getTypeOrNull(type, ObjectTypeDefinition.class);
    if (object != null) {
      fields.addAll(object.getFieldDefinitions());
    }
    known
        .objectTypeExtensions()
        .getOrDefault(type, List.of())
        .forEach(extension -> fields.addAll(extension.getFieldDefinitions()));
    return fields;
  }

  private Optional<DataFetcher<?>> fetcher(String type, FieldDefinition field) {
    String result = TypeInfo.typeInfo(field.getType()).getName();
    if (result.equals("HistoryEntry") && entities.containsKey(type)) {
      return Optional.of(histories);
    }
    if (result.endsWith(CONNECTION)) {
      String entity = result.substring(0, result.length() - CONNECTION.length());
      return Optional.ofNullable(entities.get(entity)).flatMap(it -> connection(type, it));
    }
    boolean byId = type.equals("Query") && arguments(field).equals(List.of("id"));
    return Optional.ofNullable(byId ? entities.get(result) : null)
        .filter(EntityQueries::isReadById)
        .map(EntityWiring::byId);
  }

  private <T extends Entity> Optional<DataFetcher<?>> connection(
      String type, EntityQueries<T> entity) {
    if (type.equals("Query")) {
      return Optional.of(
          new DescribedFetcher(
              "Connection of " + entity.type(),
              ResolvableType.forClassWithGenerics(Connection.class, javaType(entity)),
              environment ->
                  entity.page(
                      Tenants.of(environment.getGraphQlContext()),
                      ConnectionRequest.of(environment))));
    }
    return entity.owners().containsKey(type)
        ? Optional.of(new OwnedConnection<>(entity, type, loaders))
        : Optional.empty();
  }

  private static DataFetcher<?> byId(EntityQueries<?> entity) {
    return new DescribedFetcher(
        entity.type() + " by id",
        javaType(entity),
        environment ->
            entity.find(
                Tenants.of(environment.getGraphQlContext()),
                Objects.requireNonNull(environment.getArgument("id"))));
  }

  private static ResolvableType javaType(EntityQueries<?> entity) {
    return ResolvableType.forClass(entity.getClass()).as(EntityQueries.class).getGeneric(0);
  }

  private static List<String> arguments(FieldDefinition field) {
    return field.getInputValueDefinitions().stream().map(InputValueDefinition::getName).toList();
  }
}
