package io.daybook.app.processors;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/// How far the segments of a processor are, read as one.
record Progression(Collection<EventTrackerStatus> segments) {
  /// The position before the first event.
  static final long START = 0;

  static Progression of(StreamingEventProcessor processor) {
    return new Progression(processor.processingStatus().values());
  }

  static long position(@Nullable TrackingToken token) {
    return token == null ? START : token.position().orElse(START);
  }

  /// That of the slowest segment.
  long position() {
    return segments.stream()
        .mapToLong(segment -> segment.getCurrentPosition().orElse(START))
        .min()
        .orElse(START);
  }

  /// Axon calls a segment replaying until the next new event comes, which may be tomorrow; here it
  /// ends where the reset began.
  boolean isReplaying() {
    return segments.stream()
        .filter(EventTrackerStatus::isReplaying)
        .anyMatch(
            segment ->
                segment.getCurrentPosition().orElse(START)
                    < segment.getResetPosition().orElse(START));
  }

  Stream<Throwable> errors() {
    return segments.stream()
        .filter(EventTrackerStatus::isErrorState)
        .map(EventTrackerStatus::getError)
        .filter(Objects::nonNull);
  }
}
