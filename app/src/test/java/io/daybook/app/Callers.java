package io.daybook.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// Many callers who create categories, each as a request of its own key. Who is told to come again does
/// so. What was acknowledged is remembered here, outside of the program.
public final class Callers implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int PAUSE_MILLIS = 50;
  private static final int CREATED = 201;
  private static final int UNAVAILABLE = 503;

  private final HttpClient http = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final Map<Integer, LongAdder> answers = new ConcurrentHashMap<>();
  private final Set<String> surprises = ConcurrentHashMap.newKeySet();

  /// They end when the program does not answer any more, or when they are stopped.
  public void start(String server, int callers) {
    for (int caller = 0; caller < callers; caller++) {
      threads.execute(() -> createUntilItEnds(server));
    }
  }

  private void createUntilItEnds(String server) {
    try {
      while (stopped.getCount() > 0) {
        String id = "cat_" + UUID.randomUUID();
        while (!isDone(server, id)) {
          if (stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
            return;
          }
        }
      }
    } catch (IOException dead) {
      assertThat(acknowledged).isNotEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isDone(String server, String id) throws IOException, InterruptedException {
    HttpResponse<String> answer = create(server, id);
    answers.computeIfAbsent(answer.statusCode(), status -> new LongAdder()).increment();
    switch (answer.statusCode()) {
      case CREATED -> acknowledged.add("default/" + id);
      case UNAVAILABLE -> {
        return false;
      }
      default -> surprises.add(answer.statusCode() + " " + answer.body());
    }
    return true;
  }

  public HttpResponse<String> create(String server, String id)
      throws IOException, InterruptedException {
    String body = "{\"categoryId\":\"%s\",\"name\":\"Tea %s\"}".formatted(id, id);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server).resolve("/api/v1/categories"))
            .header("Content-Type", "application/json")
            .header("Daybook-Actor", "staff:me")
            .header("Idempotency-Key", id)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /// Until so many more were acknowledged.
  public void awaitMore(int acknowledgements) {
    int enough = acknowledged.size() + acknowledgements;
    await()
        .atMost(PATIENCE)
        .alias("acknowledged " + acknowledged.size() + ", answers " + answers)
        .until(() -> acknowledged.size() >= enough);
  }

  public long answered(int status) {
    LongAdder count = answers.get(status);
    return count == null ? 0 : count.sum();
  }

  public Set<String> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  /// Nothing but "created" and "come again later" was ever said.
  public void requireNoSurprise() {
    assertThat(surprises).isEmpty();
  }

  /// What they were told is in the store, once; positions have no gap; the view shows all of it.
  public void requireEverything(DataDatabase database) throws SQLException, IOException {
    Map<String, String> created =
        database.map(
            """
            SELECT stream, count(*) FROM event_store.readable_event
            WHERE type = 'catalog.CategoryCreated' GROUP BY stream
            """);
    assertThat(created.keySet()).containsAll(acknowledged);
    assertThat(created.values()).containsOnly("1");
    assertThat(database.number("SELECT count(*) FROM event_store.event"))
        .isEqualTo(database.number("SELECT position FROM event_store.head"))
        .isEqualTo(database.number("SELECT max(position) FROM event_store.event"));
    await()
        .atMost(PATIENCE)
        .until(
            () -> database.number("SELECT count(*) FROM projection.categories") == created.size());
  }

  public void stop() {
    stopped.countDown();
  }

  /// Waits for answers that are on their way.
  @Override
  public void close() {
    stop();
    threads.close();
    http.close();
  }
}
