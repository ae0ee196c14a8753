package io.daybook.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Wall-clock time for every tenant, in microseconds, which is what the database keeps.
public record SystemTenantClock(Clock clock) implements TenantClock {
  public SystemTenantClock() {
    this(Clock.systemUTC());
  }

  @Override
  public Instant now(TenantId tenant) {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
