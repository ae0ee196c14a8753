package io.daybook.query.graphql;

import graphql.GraphQLContext;
import io.daybook.kernel.TenantId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import reactor.core.publisher.Mono;

/// DataLoaders that read for the tenant of the request.
final class TenantLoaders {
  private TenantLoaders() {}

  static <K, V> void register(
      BatchLoaderRegistry loaders, String name, BiFunction<Set<K>, TenantId, Map<K, V>> load) {
    loaders
        .<K, V>forName(name)
        .registerMappedBatchLoader(
            (keys, environment) -> {
              GraphQLContext context = Objects.requireNonNull(environment.getContext());
              return Mono.fromSupplier(() -> load.apply(keys, Tenants.of(context)));
            });
  }
}
