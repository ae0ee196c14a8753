package io.daybook.app.processors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// What an operator wants to be woken by: `daybook.processor.lag` in positions, `daybook.processor.dead.letters`, and
/// `daybook.processor.stuck`: for how many seconds a processor has made no progress though there was something to do.
@Component
class ProcessorMeters {
  private static final Logger log = LoggerFactory.getLogger(ProcessorMeters.class);
  private static final long UNKNOWN_NANOS = Duration.ofSeconds(10).toNanos();
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final Processors processors;
  private final MeterRegistry meters;
  private List<ProcessorState> states = List.of();
  private boolean read;
  private long readAt;

  ProcessorMeters(Processors processors, MeterRegistry meters) {
    this.processors = processors;
    this.meters = meters;
  }

  @EventListener(ApplicationReadyEvent.class)
  void register() {
    processors
        .states()
        .forEach(
            processor -> {
              gauge("daybook.processor.lag", processor.name(), ProcessorState::lag);
              gauge(
                  "daybook.processor.dead.letters", processor.name(), ProcessorState::deadLetters);
              gauge("daybook.processor.stuck", processor.name(), ProcessorMeters::stuckSeconds);
            });
  }

  private static long stuckSeconds(ProcessorState processor) {
    @Nullable StuckAt stuck = processor.stuck();
    return stuck == null ? 0 : stuck.seconds();
  }

  private void gauge(String name, String processor, ToLongFunction<ProcessorState> value) {
    Gauge.builder(name, () -> value(processor, value)).tag("processor", processor).register(meters);
  }

  private double value(String processor, ToLongFunction<ProcessorState> value) {
    return states().stream()
        .filter(state -> state.name().equals(processor))
        .mapToDouble(value::applyAsLong)
        .findFirst()
        .orElse(Double.NaN);
  }

  /// One look at the database for all gauges of a scrape. Where it does not answer there are no numbers for a while,
  /// so that a scrape does not wait for it once for each gauge.
  private synchronized List<ProcessorState> states() {
    long kept = states.isEmpty() ? UNKNOWN_NANOS : FRESH_NANOS;
    if (!read || System.nanoTime() - readAt > kept) {
      states = read();
      read = true;
      readAt = System.nanoTime();
    }
    return states;
  }

  private List<ProcessorState> read() {
    try {
      return processors.states();
    } catch (DataAccessException | TransactionException e) {
      log.debug("How far the processors are cannot be read", e);
      return List.of();
    }
  }
}
