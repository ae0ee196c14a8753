package io.daybook.query.graphql;

import io.daybook.kernel.Id;
import io.daybook.kernel.TenantId;
import io.daybook.query.projection.EntityUpdate;
import io.daybook.query.projection.UpdateEmitter;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/// Entities as they are after each update. Updates that come within a few milliseconds are read with one
/// statement, and an entity with several updates among them is sent once.
@Component
public class Subscriptions {
  private static final int BATCH = 256;
  private static final Duration WINDOW = Duration.ofMillis(10);

  private final UpdateEmitter updates;

  Subscriptions(UpdateEmitter updates) {
    this.updates = updates;
  }

  /// The tenant's entities with such an id, after each update from now on.
  public <T> Flux<T> updated(TenantId tenant, Class<? extends Id> type, View<T> view) {
    return updates
        .updates()
        .filter(update -> update.tenant().equals(tenant.value()) && type.isInstance(update.id()))
        .map(EntityUpdate::id)
        .bufferTimeout(BATCH, WINDOW, true)
        .publishOn(Schedulers.boundedElastic())
        .concatMapIterable(ids -> view.all(tenant, distinct(ids)));
  }

  private static List<String> distinct(List<? extends Id> ids) {
    return ids.stream().map(Id::value).distinct().toList();
  }
}
