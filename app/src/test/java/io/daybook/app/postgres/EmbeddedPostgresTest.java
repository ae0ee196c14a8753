package io.daybook.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybook.app.DataDirectory;
import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes on one real data directory, laid out once: each test leaves it stopped.
class EmbeddedPostgresTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private static Path folder;

  private DataDirectory directory = DataDirectory.open(folder);

  @BeforeAll
  static void lay_out() throws SQLException {
    try (DataDirectory first = DataDirectory.open(folder);
        EmbeddedPostgres server = EmbeddedPostgres.start(first)) {
      execute(server, "CREATE TABLE kept AS SELECT 42 AS answer");
    }
  }

  @AfterEach
  void release() {
    directory.close();
  }

  @Test
  void it_waits_for_the_disk() {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
      Durability.require(server.address(), false);
    }
  }

  @Test
  void it_listens_on_the_loopback_address_and_wants_a_password() throws SQLException {
    try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
      assertThat(query(server, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      DatabaseAddress address = server.address();
      DatabaseAddress guess = new DatabaseAddress(address.jdbcUrl(), "daybook", "guess");
      assertThatThrownBy(guess::connect)
          .asInstanceOf(InstanceOfAssertFactories.type(SQLException.class))
          .extracting(SQLException::getSQLState)
          .isEqualTo("28P01");
    }
  }

  @Test
  void a_restart_keeps_the_data_and_the_port() throws SQLException {
    String before;
    try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
      before = server.address().jdbcUrl();
    }
    try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
      assertThat(server.address().jdbcUrl()).isEqualTo(before);
      assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void a_data_directory_has_one_holder() {
    assertThatThrownBy(() -> DataDirectory.open(folder))
        .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
        .extracting(Failure::code)
        .isEqualTo(ExitCode.DATA_DIRECTORY_IN_USE);
    assertThat(DataDirectory.isHeld(folder)).isTrue();
  }

  @Test
  void an_orphan_is_stopped_before_the_next_one_starts() throws Exception {
    EmbeddedPostgres orphan = EmbeddedPostgres.start(directory);
    ProcessHandle process = server();
    try (Connection open = orphan.address().connect()) {
      assertThat(open.isValid(1)).isTrue();
      try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
        assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(server().isAlive()).isTrue();
        assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
      }
    }
  }

  @Test
  void an_interruption_does_not_keep_it_from_being_stopped() throws Exception {
    EmbeddedPostgres interrupted = EmbeddedPostgres.start(directory);
    ProcessHandle process = server();
    Thread.currentThread().interrupt();
    interrupted.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(process.onExit()).succeedsWithin(Duration.ofSeconds(20));
  }

  @Test
  void another_program_under_a_stale_number_is_left_alone() throws Exception {
    Process stranger = new ProcessBuilder("sleep", "600").start();
    try {
      Files.writeString(
          folder.resolve("postgres/postmaster.pid"),
          stranger.pid() + "\n" + folder.resolve("postgres") + "\n1\n1\n\n127.0.0.1\n1 1\nready\n");
      try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
        assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
      }
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void a_crash_of_the_server_itself_is_recovered_from() throws Exception {
    EmbeddedPostgres crashed = EmbeddedPostgres.start(directory);
    execute(crashed, "CREATE TABLE IF NOT EXISTS committed AS SELECT 7 AS answer");
    kill();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(directory)) {
      assertThat(query(server, "SELECT answer FROM committed")).isEqualTo("7");
    }
  }

  @Test
  void under_watch_it_is_started_again_when_it_was_killed() throws Exception {
    EmbeddedPostgres server = EmbeddedPostgres.start(directory);
    try (Watch watch = Watch.over(server)) {
      assertThat(watch).isNotNull();
      execute(server, "CREATE TABLE IF NOT EXISTS acknowledged AS SELECT 5 AS answer");
      kill();

      await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> answers(server));
      assertThat(query(server, "SELECT answer FROM acknowledged")).isEqualTo("5");
    }
    assertThat(server.isRunning()).isFalse();
  }

  @Test
  void under_watch_it_is_tried_again_until_it_starts() throws Exception {
    Path settings = folder.resolve("postgres.conf");
    EmbeddedPostgres server = EmbeddedPostgres.start(directory);
    try (Watch watch = Watch.over(server)) {
      assertThat(watch).isNotNull();
      Files.writeString(settings, "shared_buffers = 'no size'\n");
      Path told = folder.resolve("log/postgres-start.log");
      long before = Files.size(told);
      kill();
      await().atMost(PATIENCE).until(() -> refusals(told, before) >= 2);
      assertThat(server.isRunning()).isFalse();

      Files.delete(settings);
      await().atMost(PATIENCE).ignoreExceptions().untilAsserted(() -> answers(server));
    } finally {
      Files.deleteIfExists(settings);
    }
  }

  private static long refusals(Path log, long from) throws IOException {
    String told = Files.readString(log).substring((int) from);
    return told.lines().filter(line -> line.contains("shared_buffers")).count();
  }

  private static void answers(EmbeddedPostgres server) throws SQLException {
    assertThat(query(server, "SELECT answer FROM kept")).isEqualTo("42");
  }

  private static void kill() throws IOException {
    ProcessHandle process = server();
    process.destroyForcibly();
    process.onExit().join();
  }

  private static ProcessHandle server() throws IOException {
    Path real = folder.toRealPath();
    return Postmaster.of(real.resolve("postgres"), Binaries.unpack(real)).running().orElseThrow();
  }

  private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = server.address().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String query(EmbeddedPostgres server, String sql) throws SQLException {
    try (Connection connection = server.address().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
