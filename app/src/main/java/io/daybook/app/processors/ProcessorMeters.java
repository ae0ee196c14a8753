package io.daybook.app.processors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// What an operator wants to be woken by: `daybook.processor.lag` in positions, `daybook.processor.dead.letters`, and
/// `daybook.processor.stuck`: for how many seconds a processor has made no progress though there was something to do.
@Component
class ProcessorMeters {
  private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

  private final Processors processors;
  private final MeterRegistry meters;
  private List<ProcessorState> states = List.of();
  private long readAt;

  ProcessorMeters(Processors processors, MeterRegistry meters) {
    this.processors = processors;
    this.meters = meters;
  }

  @EventListener(ApplicationReadyEvent.class)
  void register() {
    states()
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

  /// One look at the database for all gauges of a scrape.
  private synchronized List<ProcessorState> states() {
    long now = System.nanoTime();
    if (states.isEmpty() || now - readAt > FRESH_NANOS) {
      states = processors.states();
      readAt = now;
    }
    return states;
  }
}
