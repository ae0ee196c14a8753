package io.daybook.query.projection;

import io.daybook.eventstore.batch.Batch;
import io.daybook.kernel.Id;
import org.springframework.stereotype.Component;
import reactor.core.publisher.BufferOverflowStrategy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/// Tells those who watch what the projections of this node have changed, once it is committed.
@Component
public class Changes {
  private static final int WAITING = 10_000;

  private final Sinks.Many<Change> sink = Sinks.many().multicast().directBestEffort();

  /// Nothing is told of a replay: it changes nothing that was not told before.
  public void afterCommit(Batch batch, Recorded recorded, Id id) {
    if (!recorded.replayed()) {
      Change change = new Change(recorded.tenant(), id);
      batch.afterCommit(() -> emit(change));
    }
  }

  /// From now on. A reader that falls far behind loses the oldest: it is told that something has
  /// changed, and reads what it is now.
  public Flux<Change> stream() {
    return sink.asFlux().onBackpressureBuffer(WAITING, _ -> {}, BufferOverflowStrategy.DROP_OLDEST);
  }

  /// How many are watching.
  public int listeners() {
    return sink.currentSubscriberCount();
  }

  /// The sink takes one at a time, and every segment of a projection has a thread of its own.
  private synchronized void emit(Change change) {
    sink.tryEmitNext(change);
  }
}
