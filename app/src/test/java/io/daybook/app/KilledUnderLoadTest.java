package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.app.postgres.StoreDatabase;
import io.daybook.eventstore.audit.Checked;
import io.daybook.eventstore.audit.KeyFolder;
import io.daybook.eventstore.audit.TrustedKeys;
import io.daybook.eventstore.audit.Verdict.Intact;
import io.daybook.eventstore.audit.Verification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed while many callers write. What it told them is remembered here, outside.
class KilledUnderLoadTest {
  /// Twenty with `-Pfaults`.
  private static final int KILLS = Integer.getInteger("daybook.faults.kills", 2);

  private static final int CALLERS = 16;
  private static final int BETWEEN_KILLS = 150;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  @Test
  void what_was_acknowledged_is_in_the_store_once_and_in_the_views() throws Exception {
    for (int kill = 1; kill <= KILLS; kill++) {
      try (ChildProgram program = ChildProgram.start(folder)) {
        killUnderLoad(program, kill * BETWEEN_KILLS);
      }
    }
    try (ChildProgram program = ChildProgram.start(folder)) {
      String server = program.awaitRunning().url();
      Map<String, Long> created = created();
      assertThat(created.keySet()).containsAll(acknowledged);
      assertThat(created.values()).containsOnly(1L);
      assertThat(number("SELECT count(*) FROM event_store.event"))
          .isEqualTo(number("SELECT position FROM event_store.head"))
          .isEqualTo(number("SELECT max(position) FROM event_store.event"));
      assertSealed();
      await()
          .atMost(PATIENCE)
          .until(() -> number("SELECT count(*) FROM projection.categories") == created.size());
      repeat(server, acknowledged.iterator().next());
      assertThat(created()).isEqualTo(created);
    }
  }

  private void assertSealed() throws SQLException, InterruptedException {
    TrustedKeys keys = KeyFolder.at(folder.resolve("audit-keys")).trusted();
    try (StoreDatabase database = StoreDatabase.of(folder)) {
      Verification verification = new Verification(database.source(), keys);
      assertThat(verification.run(Checked.NOTHING, null, (checked, last) -> {}))
          .isInstanceOfSatisfying(
              Intact.class,
              chain -> {
                assertThat(chain.adopted()).isEmpty();
                assertThat(chain.unsealed()).isZero();
              });
    }
  }

  private void killUnderLoad(ChildProgram program, int afterAnswers) throws IOException {
    String server = program.awaitRunning().url();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient http = HttpClient.newHttpClient()) {
      for (int caller = 0; caller < CALLERS; caller++) {
        callers.execute(() -> createUntilItDies(http, server));
      }
      await().atMost(PATIENCE).until(() -> acknowledged.size() >= afterAnswers);
      program.kill();
    }
  }

  private void createUntilItDies(HttpClient http, String server) {
    try {
      while (true) {
        String id = "cat_" + UUID.randomUUID();
        if (create(http, server, id) == 201) {
          acknowledged.add("default/" + id);
        }
      }
    } catch (IOException dead) {
      assertThat(acknowledged).isNotEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void repeat(String server, String stream) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(create(http, server, stream.substring("default/".length()))).isBetween(200, 299);
    }
  }

  private static int create(HttpClient http, String server, String id)
      throws IOException, InterruptedException {
    String body = "{\"categoryId\":\"%s\",\"name\":\"Tea %s\"}".formatted(id, id);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server).resolve("/api/v1/categories"))
            .header("Content-Type", "application/json")
            .header("Daybook-Actor", "staff:me")
            .header("Idempotency-Key", id)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  /// How often each category was created.
  private Map<String, Long> created() throws SQLException, IOException {
    Map<String, Long> created = new HashMap<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT stream, count(*) FROM event_store.readable_event
                WHERE type = 'catalog.CategoryCreated' GROUP BY stream
                """)) {
      while (rows.next()) {
        created.put(rows.getString(1), rows.getLong(2));
      }
    }
    return created;
  }

  private long number(String sql) throws SQLException, IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getLong(1);
    }
  }

  private Connection connect() throws SQLException, IOException {
    Properties access = new Properties();
    try (var reader = Files.newBufferedReader(folder.resolve("postgres.properties"))) {
      access.load(reader);
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:%s/daybook".formatted(access.getProperty("port")),
        "daybook",
        access.getProperty("password"));
  }
}
