package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `kill -9` while one share of a rebuild has written what it handles and another is about to.
class KilledRebuildTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int CALLERS = 8;
  private static final int ENOUGH = 200;

  /// Whoever writes the category of this name into a table of a rebuild waits for the lock 42.
  private static final String HELD = "Held";

  private static final String HOLD =
      """
      CREATE FUNCTION public.hold() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.name = '%s' THEN PERFORM pg_advisory_xact_lock_shared(42); END IF;
        RETURN NEW;
      END $$;
      CREATE FUNCTION public.watch() RETURNS event_trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF to_regclass('rebuild_catalog.categories') IS NOT NULL AND NOT EXISTS (
            SELECT FROM pg_trigger WHERE tgrelid = to_regclass('rebuild_catalog.categories')) THEN
          CREATE TRIGGER hold BEFORE INSERT ON rebuild_catalog.categories
            FOR EACH ROW EXECUTE FUNCTION public.hold();
        END IF;
      END $$;
      CREATE EVENT TRIGGER watch ON ddl_command_end WHEN TAG IN ('CREATE TABLE')
        EXECUTE FUNCTION public.watch();
      """
          .formatted(HELD);

  @TempDir private Path folder;
  private DataDatabase database;

  @BeforeEach
  void open() {
    database = new DataDatabase(folder);
  }

  @Test
  void it_is_gone_on_with_by_the_next_program() throws Exception {
    String rebuild = killInTheMiddle();
    try (ChildProgram program = ChildProgram.start(folder)) {
      Projections projections = new Projections(program.awaitRunning().url(), database);
      JsonNode ended = projections.awaitCompleted(rebuild);

      assertThat(ended.at("/comparison/tables/0/table").asString()).isEqualTo("categories");
      assertThat(ended.at("/comparison/tables/0/rebuilt").asLong())
          .isEqualTo(ended.at("/comparison/tables/0/live").asLong())
          .isGreaterThan(ENOUGH);
      assertThat(ended.at("/comparison/tables/0/differing").asLong()).isZero();
      projections.requireSameAsRebuilt();
    }
  }

  private String killInTheMiddle() throws Exception {
    try (Callers callers = new Callers();
        ChildProgram program = ChildProgram.start(folder)) {
      String server = program.awaitRunning().url();
      callers.start(server, CALLERS);
      callers.awaitMore(ENOUGH);
      Categories.create(server, HELD);
      database.execute(HOLD);
      try (Connection holder = database.connect();
          Statement lock = holder.createStatement()) {
        lock.execute("SELECT pg_advisory_lock(42)");
        String rebuild = new Projections(server, database).begin("catalog");
        await().atMost(PATIENCE).until(this::isInTheMiddle);
        program.kill();
        return rebuild;
      }
    }
  }

  private boolean isInTheMiddle() throws Exception {
    return database.number("SELECT count(*) FROM rebuild_catalog.categories") > 0
        && database.number("SELECT count(*) FROM pg_locks WHERE objid = 42 AND NOT granted") > 0;
  }
}
