package io.daybook.kernel;

import java.time.Instant;
import java.util.UUID;

/// What the samples of all capabilities agree on, so that they name each other's entities.
public final class Samples {
  private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

  private Samples() {}

  /// Of which ids are made. The entity that a capability's sample is about has number 1:
  /// `ord_0195518e-7a00-7000-8000-000000000001`.
  public static UUID uuid(int number) {
    return new UUID(0x0195518e7a007000L, 0x8000000000000000L | number);
  }

  /// So many minutes after the first event.
  public static Instant at(int minutes) {
    return NINE.plusSeconds(60L * minutes);
  }

  public static Money euros(long cents) {
    return Money.of(cents, "EUR");
  }
}
