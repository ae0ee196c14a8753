package io.daybook.query.projection;

import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.Id;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/// Tells the subscriptions which entities the projections of this node have changed, after the commit.
@Component
public class UpdateEmitter {
  private static final int WAITING = 10_000;

  private final Sinks.Many<EntityUpdate> sink = Sinks.many().multicast().directBestEffort();

  /// A replay emits nothing: its updates were emitted when the events were first handled.
  public void emitAfterCommit(Batch batch, Recorded recorded, Id id) {
    if (!recorded.replayed()) {
      EntityUpdate update = new EntityUpdate(recorded.tenant(), id);
      batch.afterCommit(() -> emit(update));
    }
  }

  /// The updates from now on. A subscriber that falls far behind loses the oldest ones, which is harmless:
  /// it reads the entity as it is now.
  public Flux<EntityUpdate> updates() {
    return sink.asFlux().onBackpressureBuffer(WAITING, _ -> {}, BufferOverflowStrategy.DROP_OLDEST);
  }

  /// How many subscriptions there are.
  public int subscribers() {
    return sink.currentSubscriberCount();
  }

  /// Every segment of a projection has a thread of its own, and the sink takes one update at a time.
  private synchronized void emit(EntityUpdate update) {
    sink.tryEmitNext(update);
  }
}
