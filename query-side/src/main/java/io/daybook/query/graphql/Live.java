package io.daybook.query.graphql;

import io.daybook.kernel.Id;
import io.daybook.kernel.TenantId;
import io.daybook.query.projection.Change;
import io.daybook.query.projection.Changes;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/// What has changed, as it is now. Changes that come close together are read with one statement, and
/// an entity that changed several times among them is sent once.
@Component
public class Live {
  private static final int AT_ONCE = 256;
  private static final Duration CLOSE_TOGETHER = Duration.ofMillis(10);

  private final Changes changes;

  Live(Changes changes) {
    this.changes = changes;
  }

  /// The tenant's entities with such an id, after each change from now on.
  public <T> Flux<T> entities(TenantId tenant, Class<? extends Id> type, View<T> view) {
    return changes.stream()
        .filter(change -> change.tenant().equals(tenant.value()) && type.isInstance(change.id()))
        .map(Change::id)
        .bufferTimeout(AT_ONCE, CLOSE_TOGETHER, true)
        .publishOn(Schedulers.boundedElastic())
        .concatMapIterable(ids -> view.all(tenant, distinct(ids)));
  }

  private static List<String> distinct(List<? extends Id> ids) {
    return ids.stream().map(Id::value).distinct().toList();
  }
}
