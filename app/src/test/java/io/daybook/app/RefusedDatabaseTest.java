package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An external database that will not do ends the program with a status of its own.
class RefusedDatabaseTest {
  @TempDir private Path folder;

  @Test
  void a_database_that_forgets_in_a_crash_is_refused() throws Exception {
    assertThat(start(TestDatabase.create().url())).isEqualTo(ExitCode.DATABASE_REFUSED.status());
  }

  @Test
  void events_that_end_before_their_processors_are_refused() throws Exception {
    TestDatabase restored = TestDatabase.create();
    JdbcClient.create(restored.dataSource())
        .sql(
            """
            INSERT INTO event_store.token (processor, segment, token, token_type, touched_at)
            VALUES ('projection-order', 0, '{"globalIndex":140}', ?, now())
            """)
        .param(GlobalSequenceTrackingToken.class.getName())
        .update();

    assertThat(start(restored.url(), "--throw-away")).isEqualTo(ExitCode.FAILED.status());
  }

  @ParameterizedTest
  @CsvSource({"postgres://127.0.0.1:1/none, DATABASE_UNREACHABLE", "mysql://127.0.0.1/none, USAGE"})
  void a_database_that_is_not_there_is_told_apart(String url, ExitCode code) throws Exception {
    assertThat(start(url)).isEqualTo(code.status());
  }

  private int start(String url, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("start", "--port", "0"));
    arguments.addAll(List.of(options));
    try (ChildProgram program =
        ChildProgram.run(
            folder, Map.of("DAYBOOK_DATABASE_URL", url), arguments.toArray(String[]::new))) {
      return program.exitStatus();
    }
  }
}
