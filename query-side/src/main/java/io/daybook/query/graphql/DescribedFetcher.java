package io.daybook.query.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.execution.SelfDescribingDataFetcher;

/// A DataFetcher that says of which Java type its answers are, so that Spring can compare the fields of that
/// type with the schema.
record DescribedFetcher(String description, ResolvableType type, DataFetcher<?> fetcher)
    implements SelfDescribingDataFetcher<@Nullable Object> {

  @Override
  public String getDescription() {
    return description;
  }

  @Override
  public ResolvableType getReturnType() {
    return type;
  }

  @Override
  public @Nullable Object get(DataFetchingEnvironment environment) throws Exception {
    return fetcher.get(environment);
  }
}
