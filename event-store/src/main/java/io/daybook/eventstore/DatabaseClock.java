package io.daybook.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The machine's clock, put right by PostgreSQL's when they differ by more than a second: several nodes have one time,
/// and a node whose clock is an hour ahead does nothing an hour early.
///
/// Each look at the head compares both. Smaller differences are left alone, since a clock that is put right all the
/// time would go back now and then.
public final class DatabaseClock extends Clock {

  private static final Logger log = LoggerFactory.getLogger(DatabaseClock.class);
  private static final long TOLERATED_MICROS = TimeUnit.SECONDS.toMicros(1);

  private final Clock machine;
  private final ZoneId zone;
  private volatile long aheadMicros;

  public DatabaseClock() {
    this(Clock.systemUTC(), ZoneOffset.UTC);
  }

  public DatabaseClock(Clock machine, ZoneId zone) {
    this.machine = machine;
    this.zone = zone;
  }

  /// @param databaseMicros since 1970, somewhere within the last `roundTripNanos`
  public void compare(long databaseMicros, long roundTripNanos) {
    long roundTrip = TimeUnit.NANOSECONDS.toMicros(roundTripNanos);
    long ahead = micros(machine.instant()) - roundTrip / 2 - databaseMicros;
    boolean differs = Math.abs(ahead) > TOLERATED_MICROS + roundTrip;
    if (!differs) {
      aheadMicros = 0;
    } else if (Math.abs(ahead - aheadMicros) > TOLERATED_MICROS + roundTrip) {
      log.warn(
          "The clock of this machine is ahead of the database's by {}: the database's is followed",
          Duration.of(ahead, ChronoUnit.MICROS));
      aheadMicros = ahead;
    }
  }

  private static long micros(Instant instant) {
    return TimeUnit.SECONDS.toMicros(instant.getEpochSecond())
        + TimeUnit.NANOSECONDS.toMicros(instant.getNano());
  }

  @Override
  public Instant instant() {
    return machine.instant().minusNanos(TimeUnit.MICROSECONDS.toNanos(aheadMicros));
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    DatabaseClock moved = new DatabaseClock(machine, other);
    moved.aheadMicros = aheadMicros;
    return moved;
  }
}
