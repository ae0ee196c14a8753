package io.daybook.eventstore.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.testing.TestDatabase;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// A move is killed three times on its way, and goes on each time.
class KilledMoveTest {

  /// A million with `-Pfaults`.
  private static final int EVENTS = Integer.getInteger("daybook.faults.moved", 20_000);

  private static final int KILLS = 3;
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final TestDatabase source = TestDatabase.create();
  private final TestDatabase target = TestDatabase.create();
  private final NewHome home = new NewHome(target.dataSource());

  @Test
  void every_event_is_moved_once_and_is_what_it_was() throws Exception {
    AxonTable table = AxonTable.in(source.dataSource()).filled(EVENTS);

    for (int kill = 1; kill <= KILLS; kill++) {
      killBehind(EVENTS / (KILLS + 1) * (long) kill);
    }
    long before = home.moved();
    assertThat(home.move(source.dataSource(), NewHome.PLAN)).isEqualTo(EVENTS - before);

    home.requireSame(table);
  }

  private void killBehind(long events) throws IOException {
    Process program = MoveProgram.start(source.url(), target.url());
    try {
      await()
          .atMost(TIMEOUT)
          .pollInterval(Duration.ofMillis(5))
          .until(() -> home.moved() >= events || !program.isAlive());
    } finally {
      program.destroyForcibly().onExit().join();
    }
    assertThat(home.moved()).isBetween(events, EVENTS - 1L).isEqualTo(home.stored());
  }
}
