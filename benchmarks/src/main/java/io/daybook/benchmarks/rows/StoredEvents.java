package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Sides;
import io.daybook.benchmarks.axon.Store;
import io.daybook.benchmarks.load.Load;
import java.time.Duration;

/// Events to read, put into both stores if they are not there yet.
final class StoredEvents {
  private static final int PER_STREAM = 50;
  private static final int WRITERS = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private StoredEvents() {}

  static Sides<Store> in(Lab lab) throws Exception {
    Sides<Store> stores = lab.stores();
    fill(stores.ours(), lab.sizes().stored());
    fill(stores.peers(), lab.sizes().stored());
    return stores;
  }

  private static void fill(Store store, int events) throws InterruptedException {
    if (store.head() < events) {
      Load.of(WRITERS, PATIENCE)
          .upTo(Math.ceilDiv(events, PER_STREAM))
          .run(nth -> store.append("bench/stored-" + nth, 0, PER_STREAM));
    }
  }
}
