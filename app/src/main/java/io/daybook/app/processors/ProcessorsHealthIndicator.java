package io.daybook.app.processors;

import java.util.Map;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// Part of readiness: a node whose projections or processes stand still should get no requests.
///
/// A dead letter is no reason, the others go on; nor is a projection that an operator has stopped. One that makes no
/// progress though there is something to do is a reason, whatever it says of itself.
@Component("processorsHealthIndicator")
class ProcessorsHealthIndicator implements HealthIndicator {
  private final Processors processors;
  private final Replays replays;
  private final StuckProcessors stuckProcessors;
  private final StaleProcessors stale;

  ProcessorsHealthIndicator(
      Processors processors,
      Replays replays,
      StuckProcessors stuckProcessors,
      StaleProcessors stale) {
    this.processors = processors;
    this.replays = replays;
    this.stuckProcessors = stuckProcessors;
    this.stale = stale;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    Map<String, StuckAt> stuck = stuckProcessors.last();
    processors
        .streaming()
        .forEach(
            processor -> {
              String name = processor.getName();
              if (replays.isPaused(name)) {
                health.withDetail(name, "paused");
              } else if (!processor.isRunning() || processor.isError()) {
                health.down().withDetail(name, processor.isRunning() ? "failing" : "stopped");
              } else if (stale.contains(name)) {
                health.withDetail(name, StaleProcessors.SENTENCE);
              }
              Optional.ofNullable(stuck.get(name))
                  .ifPresent(at -> health.down().withDetail(name, at.described()));
            });
    return health.build();
  }
}
