package io.daybook.app.processors;

import io.daybook.eventstore.StoredTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;

/// How far the segments of a processor are, read as one.
///
/// @param claimed how many of them this node works on
record Progression(List<Part> parts, int claimed, List<Throwable> errors) {
  /// The position before the first event.
  static final long START = 0;

  /// One segment.
  ///
  /// @param replayedFrom where it was reset, if it was
  record Part(long position, OptionalLong replayedFrom) {
    static Part of(EventTrackerStatus status) {
      return new Part(
          status.getCurrentPosition().orElse(START),
          status.isReplaying() ? status.getResetPosition() : OptionalLong.empty());
    }

    static Part of(TrackingToken token) {
      return new Part(
          Progression.position(token),
          ReplayToken.isReplay(token) ? ReplayToken.getTokenAtReset(token) : OptionalLong.empty());
    }
  }

  /// What this node knows of its own segments is newer than what is stored; but a segment is not known
  /// before its first batch, and another node's not at all.
  static Progression of(StreamingEventProcessor processor, StoredTokens tokens) {
    Map<Integer, EventTrackerStatus> own = processor.processingStatus();
    List<Part> parts = new ArrayList<>();
    tokens
        .of(processor.getName())
        .forEach(
            (segment, token) -> {
              @Nullable EventTrackerStatus status = own.get(segment);
              parts.add(status == null ? Part.of(token) : Part.of(status));
            });
    return new Progression(
        parts,
        own.size(),
        own.values().stream()
            .filter(EventTrackerStatus::isErrorState)
            .flatMap(status -> Stream.ofNullable(status.getError()))
            .toList());
  }

  static long position(@Nullable TrackingToken token) {
    return token == null ? START : token.position().orElse(START);
  }

  /// That of the slowest segment.
  long position() {
    return parts.stream().mapToLong(Part::position).min().orElse(START);
  }

  /// Axon calls a segment replaying until the next new event comes, which may be tomorrow; here it
  /// ends where the reset began.
  boolean isReplaying() {
    return parts.stream().anyMatch(part -> part.position() < part.replayedFrom().orElse(START));
  }
}
