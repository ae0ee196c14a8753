package io.daybook.app.processors;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Looks at all processors every few seconds, so that it is known since when one stands still, whoever asks and
/// when. Readiness is answered from the last look, also while the database does not answer.
@Component
class StuckProcessors implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(StuckProcessors.class);
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final Processors processors;
  private final ScheduledExecutorService looks =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("processors-progress").factory());
  private volatile Map<String, StuckAt> last = Map.of();

  StuckProcessors(Processors processors) {
    this.processors = processors;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    looks.scheduleWithFixedDelay(
        this::tryLook, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// By their names.
  Map<String, StuckAt> last() {
    return last;
  }

  /// A database that is away stops no later look; others say that it is away.
  private void tryLook() {
    try {
      look();
    } catch (RuntimeException e) {
      LOG.debug("It cannot be seen whether the processors make progress", e);
    }
  }

  /// The log tells of each once, when it is found stuck.
  void look() {
    Map<String, StuckAt> before = last;
    Map<String, StuckAt> now = processors.stuck();
    now.forEach(
        (name, at) -> {
          if (!before.containsKey(name)) {
            LOG.error("{} makes no progress: it is {}", name, at.described());
          }
        });
    before.keySet().stream()
        .filter(name -> !now.containsKey(name))
        .forEach(name -> LOG.info("{} makes progress again", name));
    last = now;
  }

  @Override
  public void destroy() {
    looks.shutdownNow();
  }
}
