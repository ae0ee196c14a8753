package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

  private static final Instant DATABASE = Instant.parse("2026-03-01T12:00:00Z");
  private static final long ROUND_TRIP = TimeUnit.MILLISECONDS.toNanos(4);

  @Test
  void a_machine_that_is_an_hour_ahead_has_the_time_of_the_database() {
    assertThat(compared(DATABASE.plus(Duration.ofHours(1))).instant())
        .isBetween(DATABASE.minusMillis(4), DATABASE.plusMillis(4));
  }

  @Test
  void so_has_one_that_is_behind() {
    assertThat(compared(DATABASE.minusSeconds(90)).instant())
        .isBetween(DATABASE.minusMillis(4), DATABASE.plusMillis(4));
  }

  @Test
  void a_small_difference_is_left_alone_so_that_the_clock_does_not_go_back_and_forth() {
    Instant machine = DATABASE.plusMillis(700);
    assertThat(compared(machine).instant()).isEqualTo(machine);
  }

  @Test
  void a_machine_whose_clock_was_put_right_is_believed_again() {
    Instant[] machine = {DATABASE.plus(Duration.ofHours(1))};
    DatabaseClock clock = new DatabaseClock(moved(machine), ZoneOffset.UTC);
    compare(clock);
    machine[0] = DATABASE;
    compare(clock);

    assertThat(clock.instant()).isEqualTo(DATABASE);
  }

  private static DatabaseClock compared(Instant machine) {
    DatabaseClock clock = new DatabaseClock(Clock.fixed(machine, ZoneOffset.UTC), ZoneOffset.UTC);
    compare(clock);
    return clock;
  }

  private static void compare(DatabaseClock clock) {
    clock.compare(TimeUnit.SECONDS.toMicros(DATABASE.getEpochSecond()), ROUND_TRIP);
  }

  private static Clock moved(Instant[] machine) {
    return new Clock() {
      @Override
      public Instant instant() {
        return machine[0];
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }
}
