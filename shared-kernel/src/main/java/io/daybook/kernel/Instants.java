package io.daybook.kernel;

import java.time.Instant;

/// The instants that can be kept, shown and read again everywhere: those of the years 1970 to 9999.
public final class Instants {

  public static final Instant FIRST = Instant.EPOCH;
  public static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private Instants() {}

  public static boolean canBeKept(Instant at) {
    return !at.isBefore(FIRST) && !at.isAfter(LAST);
  }

  /// The instant, or the first or the last one where it lies beyond.
  public static Instant nearest(Instant at) {
    if (canBeKept(at)) {
      return at;
    }
    return at.isBefore(FIRST) ? FIRST : LAST;
  }
}
