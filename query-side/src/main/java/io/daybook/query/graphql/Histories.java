package io.daybook.query.graphql;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.daybook.eventstore.EventHistory;
import io.daybook.eventstore.StoredEvent;
import io.daybook.eventstore.StreamName;
import io.daybook.kernel.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;

/// The field `history`, which every entity has: its own events, from the store and not from any read
/// model. One statement for all entities of a page.
@Component
class Histories implements DataFetcher<CompletableFuture<List<HistoryEntry>>> {
  private static final String LOADER = "histories";
  private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");

  /// The part of a stream that is asked for.
  record Part(long afterSequence, int limit) {}

  record Key(String stream, Part part, boolean erased) {}

  private final EventHistory history;

  Histories(EventHistory history, BatchLoaderRegistry loaders) {
    this.history = history;
    TenantLoaders.<Key, List<HistoryEntry>>register(loaders, LOADER, this::load);
  }

  @Override
  public CompletableFuture<List<HistoryEntry>> get(DataFetchingEnvironment environment) {
    Entity entity = Objects.requireNonNull(environment.getSource());
    TenantId tenant = Tenants.of(environment.getGraphQlContext());
    int first = Objects.requireNonNull(environment.getArgument("first"));
    Part part = new Part(sequence(environment.getArgument("after"), tenant), first);
    Key key =
        new Key(new StreamName(tenant.value(), entity.id()).toString(), part, entity.erased());
    return Objects.requireNonNull(environment.<Key, List<HistoryEntry>>getDataLoader(LOADER))
        .load(key);
  }

  private Map<Key, List<HistoryEntry>> load(Set<Key> keys, TenantId tenant) {
    Map<Part, List<Key>> parts = keys.stream().collect(Collectors.groupingBy(Key::part));
    Map<Key, List<HistoryEntry>> loaded = new HashMap<>();
    parts.forEach((part, together) -> loaded.putAll(load(part, together, tenant)));
    return loaded;
  }

  private Map<Key, List<HistoryEntry>> load(Part part, List<Key> keys, TenantId tenant) {
    Map<String, List<StoredEvent>> streams =
        history.ofStreams(
            tenant.value(),
            keys.stream().map(Key::stream).collect(Collectors.toSet()),
            part.afterSequence(),
            part.limit());
    Map<Key, List<HistoryEntry>> loaded = new HashMap<>();
    for (Key key : keys) {
      loaded.put(
          key,
          streams.getOrDefault(key.stream(), List.of()).stream()
              .map(event -> entry(event, tenant, key.erased()))
              .toList());
    }
    return loaded;
  }

  private static HistoryEntry entry(StoredEvent event, TenantId tenant, boolean erased) {
    Cursor cursor = new Cursor(Long.toString(event.sequence()), event.id());
    return HistoryEntry.of(event, cursor.text(list(tenant)), erased);
  }

  private static long sequence(@Nullable String after, TenantId tenant) {
    if (after == null) {
      return -1;
    }
    String key = Cursor.parse(after, list(tenant)).key();
    if (!SEQUENCE.matcher(key).matches()) {
      throw Cursor.invalid(after);
    }
    return Long.parseLong(key);
  }

  private static String list(TenantId tenant) {
    return "history" + tenant;
  }
}
