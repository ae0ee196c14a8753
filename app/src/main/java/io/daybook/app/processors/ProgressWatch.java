package io.daybook.app.processors;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Remembers since when each processor stands at its position though there are events behind it.
final class ProgressWatch {
  private record Stand(long position, long since) {}

  private final Map<String, Stand> stands = new ConcurrentHashMap<>();
  private final LongSupplier nanos;
  private final Duration patience;

  /// @param nanos a clock that never goes back
  /// @param patience after which a processor that makes no progress is stuck
  ProgressWatch(LongSupplier nanos, Duration patience) {
    this.nanos = nanos;
    this.patience = patience;
  }

  /// Takes note of where a processor is. One that was caught up begins to wait when there is an event again.
  ///
  /// @return for how long it has made no progress though it had something to do, if it is stuck
  Optional<Duration> look(String processor, long position, long head) {
    if (position >= head) {
      stands.remove(processor);
      return Optional.empty();
    }
    long now = nanos.getAsLong();
    @Nullable Stand stand =
        stands.compute(
            processor,
            (_, known) ->
                known != null && known.position() == position ? known : new Stand(position, now));
    Duration still = Duration.ofNanos(now - stand.since());
    return still.compareTo(patience) < 0 ? Optional.empty() : Optional.of(still);
  }
}
