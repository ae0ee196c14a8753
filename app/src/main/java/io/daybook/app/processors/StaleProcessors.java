package io.daybook.app.processors;

import io.daybook.eventstore.ProcessorStates;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// The processors that have handled events which were lost, as they were known some seconds ago: whoever asks never
/// waits for the database.
@Component
class StaleProcessors {
  static final String SENTENCE =
      "has handled events that were lost: replay it, if it is a projection";

  private static final Logger LOG = LoggerFactory.getLogger(StaleProcessors.class);
  private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

  private final ProcessorStates states;
  private final AtomicLong asked = new AtomicLong(System.nanoTime() - FRESH_NANOS);
  private volatile Set<String> names = Set.of();

  StaleProcessors(ProcessorStates states) {
    this.states = states;
  }

  boolean contains(String processor) {
    long last = asked.get();
    long now = System.nanoTime();
    if (now - last >= FRESH_NANOS && asked.compareAndSet(last, now)) {
      Thread.ofVirtual().name("stale-processors").start(this::read);
    }
    return names.contains(processor);
  }

  private void read() {
    try {
      names = states.stale();
    } catch (DataAccessException e) {
      LOG.debug("Which processors are stale cannot be read", e);
    }
  }
}
