package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.postgres.StoreDatabase;
import io.daybook.eventstore.audit.KeyFolder;
import io.daybook.eventstore.audit.TrustedKeys;
import io.daybook.eventstore.audit.Verdict.Intact;
import io.daybook.eventstore.audit.Verification;
import io.daybook.eventstore.audit.VerifiedPrefix;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed while many callers write.
class KilledUnderLoadTest {
  /// Twenty with `-Pfaults`.
  private static final int KILLS = Integer.getInteger("daybook.faults.kills", 2);

  private static final int CALLERS = 16;
  private static final int BETWEEN_KILLS = 150;

  @TempDir private Path folder;

  @Test
  void what_was_acknowledged_is_in_the_store_once_and_in_the_views() throws Exception {
    try (Callers callers = new Callers()) {
      for (int kill = 1; kill <= KILLS; kill++) {
        try (ChildProgram program = ChildProgram.start(folder)) {
          callers.start(program.awaitRunning().url(), CALLERS);
          callers.awaitMore(BETWEEN_KILLS);
          program.kill();
        }
      }
      try (ChildProgram program = ChildProgram.start(folder)) {
        String server = program.awaitRunning().url();
        DataDatabase database = new DataDatabase(folder);
        callers.requireNoSurprise();
        callers.requireEverything(database);
        assertSealed();
        repeat(callers, server);
        callers.requireEverything(database);
        new Projections(server, database).requireSameAsRebuilt();
      }
    }
  }

  private void assertSealed() throws SQLException, InterruptedException {
    TrustedKeys keys = KeyFolder.at(folder.resolve("audit-keys")).trusted();
    try (StoreDatabase database = StoreDatabase.of(folder)) {
      Verification verification = new Verification(database.source(), keys);
      assertThat(verification.run(VerifiedPrefix.NOTHING, null, (checked, last) -> {}))
          .isInstanceOfSatisfying(
              Intact.class,
              chain -> {
                assertThat(chain.adopted()).isEmpty();
                assertThat(chain.unsealed()).isZero();
              });
    }
  }

  private static void repeat(Callers callers, String server) throws Exception {
    Set<String> acknowledged = callers.acknowledged();
    String stream = acknowledged.iterator().next();
    String id = stream.substring("default/".length());
    assertThat(callers.create(server, id).statusCode()).isBetween(200, 299);
  }
}
