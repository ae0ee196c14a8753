package io.daybook.query.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.daybook.kernel.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.springframework.graphql.execution.BatchLoaderRegistry;

/// A connection in another entity, such as `Customer.orders`: one statement for all owners whose
/// page has the same arguments.
final class OwnedConnection<T extends Entity>
    implements DataFetcher<CompletableFuture<Connection<T>>> {
  record Key(String owner, ConnectionRequest request) {}

  private final EntityQueries<T> queries;
  private final String column;
  private final String loader;

  OwnedConnection(EntityQueries<T> queries, String owner, BatchLoaderRegistry loaders) {
    this.queries = queries;
    this.column = Objects.requireNonNull(queries.owners().get(owner));
    this.loader = owner + "." + queries.type();
    TenantLoaders.<Key, Connection<T>>register(loaders, loader, this::load);
  }

  @Override
  public CompletableFuture<Connection<T>> get(DataFetchingEnvironment environment) {
    Entity owner = Objects.requireNonNull(environment.getSource());
    Key key = new Key(owner.id(), ConnectionRequest.of(environment));
    return Objects.requireNonNull(environment.<Key, Connection<T>>getDataLoader(loader)).load(key);
  }

  private Map<Key, Connection<T>> load(Set<Key> keys, TenantId tenant) {
    Map<ConnectionRequest, Set<String>> owners =
        keys.stream()
            .collect(
                Collectors.groupingBy(
                    Key::request, Collectors.mapping(Key::owner, Collectors.toSet())));
    Map<Key, Connection<T>> loaded = new HashMap<>();
    owners.forEach(
        (request, ids) ->
            queries
                .pages(tenant, request, ids, column)
                .forEach((id, page) -> loaded.put(new Key(id, request), page)));
    return loaded;
  }
}
