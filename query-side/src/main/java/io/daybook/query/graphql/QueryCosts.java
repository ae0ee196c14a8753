package io.daybook.query.graphql;

import graphql.execution.ExecutionContext;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// Counts what an operation asks for. A fragment is counted once, however often it is spread, so that
/// fragments within fragments cannot make the counting itself long.
///
/// The schema's own description (`__schema`, `__type`) is free: GraphiQL asks for it in depth, and
/// graphql-java refuses what is out of proportion there.
final class QueryCosts {
  /// How many elements are taken for granted in a list that is not paged, such as an order's lines.
  private static final int UNPAGED = 5;

  private final ExecutionContext execution;
  private final IntConsumer pageSizes;
  private final Map<String, QueryCost> fragments = new HashMap<>();

  /// @param pageSizes is told every `first`
  QueryCosts(ExecutionContext execution, IntConsumer pageSizes) {
    this.execution = execution;
    this.pageSizes = pageSizes;
  }

  QueryCost ofOperation() {
    GraphQLType root =
        switch (execution.getOperationDefinition().getOperation()) {
          case QUERY -> execution.getGraphQLSchema().getQueryType();
          case MUTATION -> execution.getGraphQLSchema().getMutationType();
          case SUBSCRIPTION -> execution.getGraphQLSchema().getSubscriptionType();
        };
    return of(execution.getOperationDefinition().getSelectionSet(), root);
  }

  private QueryCost of(@Nullable SelectionSet set, GraphQLType type) {
    QueryCost cost = QueryCost.NOTHING;
    if (set != null && type instanceof GraphQLCompositeType parent) {
      for (Selection<?> selection : set.getSelections()) {
        cost = cost.plus(of(selection, parent));
      }
    }
    return cost;
  }

  private QueryCost of(Selection<?> selection, GraphQLCompositeType parent) {
    return switch (selection) {
      case Field field -> of(field, parent);
      case InlineFragment inline ->
          of(
              inline.getSelectionSet(),
              inline.getTypeCondition() == null
                  ? parent
                  : named(inline.getTypeCondition().getName()));
      case FragmentSpread spread -> of(spread);
      default -> throw new IllegalStateException("Not a selection: " + selection);
    };
  }

  private QueryCost of(FragmentSpread spread) {
    QueryCost known = fragments.get(spread.getName());
    if (known == null) {
      FragmentDefinition fragment =
          Objects.requireNonNull(execution.getFragmentsByName().get(spread.getName()));
      known = of(fragment.getSelectionSet(), named(fragment.getTypeCondition().getName()));
      fragments.put(spread.getName(), known);
    }
    return known;
  }

  private QueryCost of(Field field, GraphQLCompositeType parent) {
    if (field.getName().equals("__schema") || field.getName().equals("__type")) {
      return QueryCost.NOTHING;
    }
    GraphQLFieldDefinition definition =
        Introspection.getFieldDef(execution.getGraphQLSchema(), parent, field.getName());
    boolean aliased = field.getAlias() != null && !field.getAlias().equals(field.getName());
    return of(field.getSelectionSet(), GraphQLTypeUtil.unwrapAll(definition.getType()))
        .below(times(field, definition, parent), aliased);
  }

  private int times(Field field, GraphQLFieldDefinition definition, GraphQLCompositeType parent) {
    if (definition.getArgument("first") != null) {
      return first(field, definition);
    }
    boolean counted = parent.getName().endsWith("Connection"); // its edges, by the field above
    return !counted && GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()))
        ? UNPAGED
        : 1;
  }

  private int first(Field field, GraphQLFieldDefinition definition) {
    Map<String, Object> arguments =
        ValuesResolver.getArgumentValues(
            execution.getGraphQLSchema().getCodeRegistry(),
            definition.getArguments(),
            field.getArguments(),
            execution.getCoercedVariables(),
            execution.getGraphQLContext(),
            execution.getLocale());
    int first = (int) Objects.requireNonNull(arguments.get("first"), "first has a default");
    pageSizes.accept(first);
    return Math.max(1, first);
  }

  private GraphQLType named(String type) {
    return Objects.requireNonNull(execution.getGraphQLSchema().getType(type), type);
  }
}
