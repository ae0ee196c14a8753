package io.daybook.app.hostile;

import static io.daybook.eventstore.testing.Units.runInUnit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.app.Daybook;
import io.daybook.app.RunningProgramTest;
import io.daybook.eventstore.Positions;
import io.daybook.http.Route;
import io.daybook.http.Routes;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.EventCatalogue;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.Samples;
import io.daybook.kernel.json.KernelJson;
import io.daybook.query.graphql.ProjectionProgress;
import io.daybook.query.testing.GivenEvents;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Every command of every capability is sent with a hostile value in every field. What is accepted is kept,
/// shown and read again by everybody; what is refused is refused by name, and has written nothing.
class EveryCommandTest extends RunningProgramTest {
  private static final int AT_ONCE = 16;
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final JsonMapper EVENTS = KernelJson.mapper().build();

  @TempDir private Path folder;
  @LocalServerPort private int port;

  @Value("${daybook.database-url}")
  private String databaseUrl;

  @Autowired private EventStore store;
  @Autowired private Positions positions;
  @Autowired private ProjectionProgress progress;
  @Autowired private JdbcClient database;

  private final HttpClient http = HttpClient.newHttpClient();
  private final String tenant = "h" + UUID.randomUUID().toString().substring(0, 8);
  private final AtomicInteger sent = new AtomicInteger();
  private final Set<String> faults = ConcurrentHashMap.newKeySet();
  private final Set<String> refused = ConcurrentHashMap.newKeySet();
  private final Map<Route, Sent> accepted = new ConcurrentHashMap<>();

  @Test
  void what_is_accepted_is_read_by_everybody_and_what_is_refused_wrote_nothing() throws Exception {
    rebuildWhatOtherTestsHaveLeft();
    giveSamples();
    int letters = get("/api/v1/admin/dead-letters?limit=1000").size();

    sendEverything();

    assertThat(faults).isEmpty();
    assertThat(refused).hasSizeGreaterThan(sent.get() / 4).hasSizeLessThan(sent.get());
    everyProcessorComesToTheHead();
    assertThat(get("/api/v1/admin/dead-letters?limit=1000").size()).isEqualTo(letters);
    everyEventReadsBackEqual();
    nothingThatWasRefusedIsWritten();
    aRebuildEqualsWhatServes();
    aProgramThatHasJustStartedAnswersTheSame();
  }

  private void giveSamples() {
    var samples =
        Capabilities.installed().all().stream().flatMap(it -> it.samples().stream()).toList();
    runInUnit(() -> new GivenEvents(store, positions, progress).store(tenant, samples));
  }

  private record Sent(String method, String path, String body) {}

  private void sendEverything() throws Exception {
    Semaphore slots = new Semaphore(AT_ONCE);
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Route route : Routes.installed().all()) {
        for (CommandBodies.Marked marked : new CommandBodies(route).marked()) {
          for (String value : marked.named() ? HostileValues.TEXTS : HostileValues.ALL) {
            slots.acquire();
            all.add(threads.submit(() -> release(slots, () -> send(route, marked, value))));
          }
        }
      }
    }
    for (Future<?> one : all) {
      one.get();
    }
  }

  private interface Sending {
    void send() throws IOException, InterruptedException;
  }

  private static boolean release(Semaphore slots, Sending sending)
      throws IOException, InterruptedException {
    try {
      sending.send();
      return true;
    } finally {
      slots.release();
    }
  }

  /// Each request has an actor of its own, whose name its events have.
  private void send(Route route, CommandBodies.Marked marked, String value)
      throws IOException, InterruptedException {
    String actor = "staff:h" + sent.incrementAndGet();
    String path =
        route.pathFields().stream()
            .reduce(
                route.path(),
                (filled, field) -> filled.replace("{" + field + "}", idOf(route, field)));
    String body =
        marked
            .body()
            .replace("\"" + CommandBodies.MARK + "\"", value)
            .replace("a text", "a text " + actor)
            .replace("name@", actor.substring(6) + "@");
    Sent request = new Sent(route.method().name(), path, body);
    HttpResponse<String> answer = send(request, port, actor);
    if (answer.statusCode() < 300) {
      accepted.put(route, request);
    }
    judge(answer, actor, route.command().getSimpleName() + "." + marked.field() + " " + value);
  }

  private HttpResponse<String> send(Sent request, int to, String actor)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + to + request.path()))
            .method(request.method(), BodyPublishers.ofString(request.body()))
            .header("Content-Type", "application/json")
            .header("Daybook-Tenant", tenant)
            .header("Daybook-Actor", actor)
            .build(),
        BodyHandlers.ofString());
  }

  private void judge(HttpResponse<String> answer, String actor, String what) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return;
    }
    if (answer.headers().firstValue("Daybook-Position").isEmpty()) {
      refused.add(actor.substring(actor.indexOf(':') + 1));
    } // else it was done, and a gateway has refused the payment
    JsonNode problem = JSON.readTree(answer.body());
    boolean named =
        status != 400
            || problem
                .path("fields")
                .valueStream()
                .anyMatch(it -> !it.path("field").asString("").isEmpty());
    boolean brief =
        problem
            .path("fields")
            .valueStream()
            .allMatch(it -> it.path("value").asString("").length() <= 2 * Rejection.MOST_SHOWN);
    if (status >= 500 || problem.path("code").asString("").isEmpty() || !named || !brief) {
      faults.add(
          what.substring(0, Math.min(120, what.length())) + ": " + status + " " + answer.body());
    }
  }

  private static String idOf(Route route, String field) {
    for (var component : route.command().getRecordComponents()) {
      if (component.getName().equals(field)) {
        return CommandBodies.prefix(component.getType()) + Samples.uuid(1);
      }
    }
    throw new IllegalStateException(field);
  }

  private void everyProcessorComesToTheHead() {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(get("/api/v1/admin/processors").valueStream())
                    .allSatisfy(it -> assertThat(it.path("lag").asLong()).as("%s", it).isZero()));
  }

  private record Row(String type, String payload) {}

  /// From the table, as a program that has just started reads them.
  private void everyEventReadsBackEqual() {
    EventCatalogue catalogue = Capabilities.installed().events();
    List<Row> rows =
        database
            .sql("SELECT type, payload FROM event_store.readable_event WHERE tenant_id = ?")
            .param(tenant)
            .query((row, number) -> new Row(row.getString(1), row.getString(2)))
            .list();
    assertThat(rows).hasSizeGreaterThan(100);
    for (Row row : rows) {
      Class<?> type = Objects.requireNonNull(catalogue.named(row.type())).type();
      Object event = EVENTS.readValue(row.payload(), type);
      assertThat(withoutNulls(EVENTS.readTree(EVENTS.writeValueAsString(event))))
          .isEqualTo(withoutNulls(EVENTS.readTree(row.payload())));
    }
  }

  /// A field that is null is as good as none.
  private static JsonNode withoutNulls(JsonNode read) {
    if (read instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    read.forEach(EveryCommandTest::withoutNulls);
    return read;
  }

  private void nothingThatWasRefusedIsWritten() {
    List<String> streams =
        database
            .sql("SELECT DISTINCT stream FROM event_store.event WHERE stream LIKE ?")
            .param(tenant + "/%")
            .query(String.class)
            .list();
    for (String stream : streams) {
      assertThat(store.readEvents(stream).asStream())
          .as(stream)
          .noneMatch(event -> refused.contains(String.valueOf(event.getMetaData().get("actorId"))));
    }
  }

  private void rebuildWhatOtherTestsHaveLeft() throws Exception {
    rebuilt("swap", (_, _) -> {});
  }

  /// Of this test's tenant: others have given one entity several streams.
  private void aRebuildEqualsWhatServes() throws Exception {
    rebuilt(
        "compare",
        (name, replay) ->
            assertThat(replay.at("/comparison/differences").valueStream())
                .as(name)
                .noneMatch(it -> it.at("/key/tenant_id").asString().equals(tenant)));
  }

  private void rebuilt(String mode, BiConsumer<String, JsonNode> then) throws Exception {
    for (JsonNode processor : get("/api/v1/admin/processors")) {
      String name = processor.path("name").asString();
      String path = "/api/v1/admin/projections/" + name + "/replays?mode=" + mode;
      HttpResponse<String> begun = send("POST", path, "");
      if (begun.statusCode() == 202) { // what keeps tables
        then.accept(name, completed(JSON.readTree(begun.body()).path("id").asString()));
      }
    }
  }

  private JsonNode completed(String replay) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> get("/api/v1/admin/replays/" + replay),
            it -> it.path("state").asString().equals("COMPLETED"));
  }

  /// Another node has nothing in its caches. Both are asked what they would write.
  private void aProgramThatHasJustStartedAnswersTheSame() throws Exception {
    try (ConfigurableApplicationContext started =
        new SpringApplicationBuilder(Daybook.class)
            .run(
                "--server.port=0",
                "--daybook.throw-away=true",
                "--daybook.data-dir=" + folder,
                "--daybook.database-url=" + databaseUrl)) {
      int other = started.getEnvironment().getRequiredProperty("local.server.port", int.class);
      for (Sent request : accepted.values()) {
        Sent dry = new Sent(request.method(), request.path() + "?dryRun=true", request.body());
        assertThat(decided(send(dry, other, "staff:other")))
            .as("%s", request)
            .isEqualTo(decided(send(dry, port, "staff:other")));
      }
    }
  }

  /// The status, and the code or what would be written.
  private static List<String> decided(HttpResponse<String> answer) {
    JsonNode body = JSON.readTree(answer.body());
    List<String> decided = new ArrayList<>();
    decided.add(answer.statusCode() + body.path("code").asString(""));
    body.path("events").forEach(event -> decided.add(event.path("type").asString()));
    return decided;
  }
}
