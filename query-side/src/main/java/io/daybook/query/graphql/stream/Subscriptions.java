package io.daybook.query.graphql.stream;

import io.daybook.kernel.Id;
import io.daybook.kernel.TenantId;
import io.daybook.query.graphql.View;
import io.daybook.query.projection.EntityUpdate;
import io.daybook.query.projection.UpdateEmitter;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/// Entities as they are after each update. Updates that come within a few milliseconds are read with one
/// statement, and an entity with several updates among them is sent once.
///
/// They end when the program does, before its web server waits for what is still open.
@Component
public class Subscriptions implements SmartLifecycle {
  private static final int BATCH = 256;
  private static final Duration WINDOW = Duration.ofMillis(10);

  private final UpdateEmitter updates;
  private final Scheduler threads;
  private volatile Sinks.Empty<Void> end = Sinks.empty();
  private volatile boolean running;

  Subscriptions(UpdateEmitter updates, Scheduler streamThreads) {
    this.updates = updates;
    this.threads = streamThreads;
  }

  /// The tenant's entities with such an id, after each update from now on.
  public <T> Flux<T> updated(TenantId tenant, Class<? extends Id> type, View<T> view) {
    return updates
        .updates()
        .filter(update -> update.tenant().equals(tenant.value()) && type.isInstance(update.id()))
        .map(EntityUpdate::id)
        .bufferTimeout(BATCH, WINDOW, true)
        .publishOn(threads)
        .concatMapIterable(ids -> view.all(tenant, distinct(ids)))
        .takeUntilOther(end.asMono());
  }

  @Override
  public void start() {
    end = Sinks.empty();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    end.tryEmitEmpty();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private static List<String> distinct(List<? extends Id> ids) {
    return ids.stream().map(Id::value).distinct().toList();
  }
}
