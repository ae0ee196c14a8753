package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProgramTest {
  @TempDir private Path folder;

  @Test
  void a_killed_program_starts_again_with_its_data() throws Exception {
    try (ChildProgram first = ChildProgram.start(folder)) {
      first.awaitRunning();
      database().execute("CREATE TABLE public.kept AS SELECT 42 AS answer");
      first.kill();
    }
    String orphan = firstLine("postgres/postmaster.pid");
    assertThat(ProcessHandle.of(Long.parseLong(orphan))).isPresent();
    try (ChildProgram second = ChildProgram.start(folder)) {
      second.awaitRunning();
      assertThat(database().text("SELECT answer FROM public.kept")).isEqualTo("42");
      assertThat(firstLine("postgres/postmaster.pid")).isNotEqualTo(orphan);
      refuse_a_second_program();
      second.pressCtrlC();
      assertThat(second.exitStatus()).isEqualTo(ExitCode.OK.status());
    }
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(folder.resolve("server.json")).doesNotExist();
  }

  private void refuse_a_second_program() throws Exception {
    try (ChildProgram intruder = ChildProgram.start(folder)) {
      assertThat(intruder.exitStatus())
          .as(intruder::text)
          .isEqualTo(ExitCode.DATA_DIRECTORY_IN_USE.status());
    }
    assertThat(database().text("SELECT answer FROM public.kept")).isEqualTo("42");
  }

  @Test
  void ctrl_c_does_not_reach_the_database() throws Exception {
    try (ChildProgram program = ChildProgram.start(folder)) {
      program.awaitRunning();
      String database = firstLine("postgres/postmaster.pid");
      assertThat(group(database)).isNotEqualTo(group(pid(program)));
    }
  }

  /// A service manager signals the program alone, at any moment of its first start.
  @Test
  void a_program_that_is_told_to_end_while_it_starts_leaves_no_database() throws Exception {
    try (ChildProgram program = ChildProgram.start(folder)) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> Files.exists(folder.resolve("postgres.new")));
      program.program().orElseThrow().destroy();
      assertThat(program.exitStatus()).as(program::text).isEqualTo(ExitCode.INTERRUPTED.status());
    }
    assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    assertThat(DataDirectory.isHeld(folder)).isFalse();
  }

  private static String pid(ChildProgram program) {
    return Long.toString(program.program().orElseThrow().pid());
  }

  private static String group(String pid) throws IOException {
    Process ps = new ProcessBuilder("ps", "-o", "pgid=", "-p", pid).start();
    return new String(ps.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
        .strip();
  }

  private DataDatabase database() {
    return new DataDatabase(folder);
  }

  private String firstLine(String file) throws IOException {
    return Files.readAllLines(folder.resolve(file)).getFirst();
  }
}
