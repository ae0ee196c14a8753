package io.daybook.app.processors;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where a processor makes no progress though there is something to do.
///
/// @param position of the first event that it has not come past. One of the same transaction behind it may be at fault
/// @param event its id; absent if it cannot be read
/// @param type its stored name
/// @param seconds for how long, at least
public record StuckAt(
    long position,
    @Nullable String event,
    @Nullable String type,
    @Nullable String stream,
    long seconds) {

  static StuckAt of(long position, Duration still) {
    return new StuckAt(position, null, null, null, still.toSeconds());
  }

  /// For people.
  String described() {
    return "stuck at %d%s for %d s"
        .formatted(position, type == null ? "" : " (%s of %s)".formatted(type, stream), seconds);
  }
}
