package io.daybook.eventstore.search;

import java.util.ArrayList;
import java.util.List;

/// The positions of a page while it is being searched. Its size is bounded in events and in bytes.
final class Matches {

  private static final long MOST_BYTES = 8L << 20;

  private final List<Long> positions = new ArrayList<>();
  private final int limit;
  private long bytes;
  private long upTo;
  private boolean full;

  Matches(long after, int limit) {
    this.upTo = after;
    this.limit = limit;
  }

  boolean isFull() {
    return full;
  }

  /// How many more events it takes.
  int room() {
    return limit - positions.size();
  }

  /// The first event is taken whatever its size is.
  void take(long position, long size) {
    if (!positions.isEmpty() && bytes + size > MOST_BYTES) {
      full = true;
    }
    if (!full) {
      positions.add(position);
      bytes += size;
      upTo = position;
      full = positions.size() == limit;
    }
  }

  /// All events up to there were looked at.
  void lookedTo(long position) {
    if (!full) {
      upTo = Math.max(upTo, position);
    }
  }

  long upTo() {
    return upTo;
  }

  long[] positions() {
    return positions.stream().mapToLong(Long::longValue).toArray();
  }
}
