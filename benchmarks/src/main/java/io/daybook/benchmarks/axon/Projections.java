package io.daybook.benchmarks.axon;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;

/// The event processors behind a configuration of Axon.
public record Projections(Configuration axon) {
  private static final int PAUSE_MILLIS = 2;
  private static final Duration SHORT = Duration.ofSeconds(60);

  public List<StreamingEventProcessor> all() {
    return axon.eventProcessingConfiguration().eventProcessors().values().stream()
        .filter(StreamingEventProcessor.class::isInstance)
        .map(StreamingEventProcessor.class::cast)
        .toList();
  }

  public StreamingEventProcessor named(String name) {
    return all().stream()
        .filter(processor -> processor.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  public void stop() {
    all().forEach(StreamingEventProcessor::shutDown);
  }

  public void start() {
    all().forEach(StreamingEventProcessor::start);
  }

  /// Forgets what was projected and where that was. They must stand still, and have run before.
  public void reset() {
    all().forEach(StreamingEventProcessor::resetTokens);
  }

  /// Waits until each one has come to the last event of now.
  public void awaitHead(Duration atMost) throws InterruptedException {
    long head = head();
    if (!await(() -> position() >= head, atMost)) {
      throw new IllegalStateException(
          "In %s they came to %s, the head is %d".formatted(atMost, positions(), head));
    }
  }

  /// Lets them go on towards the last event of now, for so long.
  ///
  /// @return the position up to which everything is projected
  public long advance(Duration atMost) throws InterruptedException {
    long head = head();
    await(() -> position() >= head, atMost);
    return Math.min(head, position());
  }

  /// Stops them when they have nothing left to do. Before that, stock Axon's tracking processor may have
  /// half a worker, and then it cannot be started again.
  public void stopWhenIdle() throws InterruptedException {
    if (!await(this::idle, SHORT)) {
      throw new IllegalStateException("In %s they came to %s".formatted(SHORT, positions()));
    }
    stop();
  }

  private boolean idle() {
    return all().stream()
        .map(StreamingEventProcessor::processingStatus)
        .allMatch(
            segments ->
                !segments.isEmpty()
                    && segments.values().stream().allMatch(EventTrackerStatus::isCaughtUp));
  }

  /// Whether it came true in time.
  private static boolean await(BooleanSupplier wish, Duration atMost) throws InterruptedException {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (!wish.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    return true;
  }

  /// That of the slowest segment of the slowest processor.
  private long position() {
    return positions().values().stream()
        .mapToLong(segments -> segments.stream().mapToLong(Long::longValue).min().orElse(0))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private Map<String, List<Long>> positions() {
    return all().stream()
        .collect(
            toMap(
                StreamingEventProcessor::getName,
                processor ->
                    processor.processingStatus().values().stream()
                        .map(segment -> segment.getCurrentPosition().orElse(0))
                        .toList()));
  }

  /// The position of the last event, 0 if there is none.
  public long head() {
    TrackingToken head = axon.eventStore().createHeadToken();
    return head == null ? 0 : head.position().orElse(0);
  }
}
