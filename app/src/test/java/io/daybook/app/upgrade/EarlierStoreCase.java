package io.daybook.app.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.app.Daybook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The program on an [earlier store][EarlierStore], started once for all tests that extend this. Each
/// test uses orders, carts and stocks that no other test uses. No stream is cached, so that an aggregate
/// is loaded from its snapshot even where another test has read its whole stream.
@SpringBootTest(
    classes = {EarlierStoreCase.Clocks.class, Daybook.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"daybook.throw-away=true", "daybook.engine.stream-cache=0"})
abstract class EarlierStoreCase {
  static final JsonMapper JSON = JsonMapper.builder().build();
  static final String DEFAULT = "default";

  private static final EarlierStore STORE = EarlierStore.load("73d24ad");
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @LocalServerPort private int port;
  @Autowired JdbcClient database;
  @Autowired TenantClocks clocks;

  /// Not annotated as a configuration: the program's scan would find it in every other test as well.
  static class Clocks {
    @Bean
    static TenantClocks clocks() {
      return new TenantClocks(STORE.leftAt());
    }
  }

  @DynamicPropertySource
  static void place(DynamicPropertyRegistry properties) {
    properties.add("daybook.data-dir", STORE.dataDirectory()::toString);
    properties.add("daybook.database-url", STORE::url);
  }

  static EarlierStore store() {
    return STORE;
  }

  static String id(String prefix, int number) {
    return "%s_00000000-0000-7000-8000-%012d".formatted(prefix, number);
  }

  HttpResponse<String> send(
      String tenant, String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Content-Type", "application/json")
            .header("Daybook-Tenant", tenant)
            .header("Daybook-Actor", "staff:usr_earlier");
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  JsonNode done(String method, String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(DEFAULT, method, path, body, "Prefer", "wait=30");
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }

  static void refused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(JSON.readTree(answer.body()).path("code").asString()).isEqualTo(code);
  }

  /// The answer has all that was stored before.
  JsonNode read(String tenant, String query) throws IOException, InterruptedException {
    String head =
        database.sql("SELECT position FROM event_store.head").query(String.class).single();
    String body = JSON.writeValueAsString(Map.of("query", query));
    JsonNode answer =
        JSON.readTree(send(tenant, "POST", "/graphql", body, "Daybook-At-Least", head).body());
    assertThat(answer.path("errors").isMissingNode()).as(answer.toString()).isTrue();
    return answer.path("data");
  }

  JsonNode order(String tenant, int number) throws IOException, InterruptedException {
    return JSON.readTree(send(tenant, "GET", "/api/v1/orders/" + id("ord", number), "").body());
  }

  JsonNode payment(String tenant, int number) throws IOException, InterruptedException {
    return read(
            tenant,
            "{ payment(id: \"%s\") { status redirectUrl captured { amountMinor } refunded { amountMinor } } }"
                .formatted(id("pay", number)))
        .path("payment");
  }

  void awaitOrder(String tenant, int number, String status) {
    await(() -> order(tenant, number).path("status").asString(), status);
  }

  void awaitPayment(String tenant, int number, String status) {
    await(() -> payment(tenant, number).path("status").asString(), status);
  }

  <T> void await(Callable<T> asked, T wanted) {
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(asked.call()).isEqualTo(wanted));
  }

  /// What was held for an order, given back, and taken off the shelf, oldest first.
  List<String> movements(String tenant, int order) {
    return database
        .sql(
            """
            SELECT split_part(type, '.', 2) || ' ' || (payload::json ->> 'quantity')
            FROM event_store.readable_event
            WHERE tenant_id = :tenant AND payload::json ->> 'orderId' = :order
              AND type IN ('inventory.InventoryReserved', 'inventory.InventoryReleased', 'inventory.InventoryDeducted')
            ORDER BY position
            """)
        .param("tenant", tenant)
        .param("order", id("ord", order))
        .query(String.class)
        .list();
  }

  List<JsonNode> letters(String processor) throws IOException, InterruptedException {
    HttpResponse<String> letters = send(DEFAULT, "GET", "/api/v1/admin/dead-letters", "");
    return JSON.readTree(letters.body())
        .valueStream()
        .filter(letter -> letter.path("processor").asString().equals(processor))
        .toList();
  }

  /// Whether the letter and those behind it could be handled.
  boolean retry(JsonNode letter) throws IOException, InterruptedException {
    String path = "/api/v1/admin/dead-letters/" + letter.path("id").asString() + "/retry";
    return done("POST", path, "").path("handled").asBoolean();
  }
}
