package io.daybook.app.client;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.daybook.kernel.Actor;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderCommand.ConfirmOrder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the client makes of answers that the real server gives only at bad times.
@Timeout(30)
class ShopClientTest {
  private static final OrderId ORDER = OrderId.of(new UUID(1, 2));
  private static final Sender STAFF =
      new Sender(
          new TenantId("shop"), Actor.staff("import"), Instant.parse("1996-07-04T00:00:00Z"));

  private record Reply(int status, String body) {}

  private final Deque<Reply> replies = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private final Semaphore silent = new Semaphore(0);
  private HttpServer server;
  private ShopClient client;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    client = new ShopClient(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    client.close();
    server.stop(0);
  }

  @Test
  void a_command_goes_to_its_route_in_the_name_of_its_sender() throws InterruptedException {
    reply(200, "{\"id\": \"x\"}");
    Answer answer = client.send(STAFF, new ConfirmOrder(ORDER));
    assertThat(answer.position()).isEqualTo(42);
    assertThat(answer.isNew()).isFalse();
    assertThat(requests)
        .containsExactly(
            "POST /api/v1/orders/" + ORDER + "/confirm shop staff:import 1996-07-04T00:00:00Z");
  }

  @Test
  void a_busy_or_overtaken_server_is_asked_again() throws InterruptedException {
    reply(503, "");
    reply(409, "{\"code\": \"CONCURRENT_CHANGE\"}");
    reply(409, "{\"code\": \"IDEMPOTENCY_KEY_IN_USE\"}");
    reply(500, "a page of a proxy");
    reply(201, "{}");
    assertThat(client.send(STAFF, new ConfirmOrder(ORDER)).isNew()).isTrue();
    assertThat(requests).hasSize(5);
  }

  @Test
  void a_refusal_is_not_asked_again() {
    reply(
        422,
        """
        {"code": "OUT_OF_STOCK", "detail": "Less is left.", "orderId": "o",
         "fields": [{"field": "quantity", "value": "3", "rule": "must be less"}]}
        """);
    Refused refused = refusal();
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("OUT_OF_STOCK");
    assertThat(refused.isOfPlacement()).isTrue();
    assertThat(refused.fields())
        .containsExactly(new Refused.Field("quantity", "3", "must be less"));
  }

  @Test
  void a_fault_that_stays_is_told() {
    for (int attempt = 0; attempt < 10; attempt++) {
      reply(500, "{}");
    }
    assertThat(refusal().status()).isEqualTo(500);
  }

  @Test
  void a_conflict_that_a_repetition_does_not_solve_is_a_refusal() {
    reply(409, "{\"code\": \"INVALID_STATUS_TRANSITION\"}");
    assertThat(refusal().code()).isEqualTo("INVALID_STATUS_TRANSITION");
    assertThat(requests).hasSize(1);
  }

  @Test
  void a_server_that_is_started_again_is_waited_for() throws Exception {
    int port = server.getAddress().getPort();
    server.stop(0);
    Thread restart =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
                    server.createContext("/", this::answer);
                    server.start();
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                });
    reply(200, "{}");
    assertThat(client.send(STAFF, new ConfirmOrder(ORDER)).status()).isEqualTo(200);
    restart.join();
  }

  @Test
  void an_order_that_was_never_begun_is_not_there() throws InterruptedException {
    reply(404, "{\"code\": \"ORDER_NOT_FOUND\"}");
    assertThat(client.order(STAFF, ORDER)).isEmpty();
  }

  @Test
  void an_answer_is_read_as_utf_8_whatever_its_kind() throws InterruptedException {
    reply(200, "{\"data\": {\"name\": \"Blåbær\"}}");
    assertThat(client.query(STAFF, "{ name }", Map.of(), 0).path("name").asString())
        .isEqualTo("Blåbær");
  }

  @Test
  void a_thread_of_either_kind_stops_waiting_when_it_is_interrupted() throws Exception {
    for (Thread.Builder kind : List.of(Thread.ofPlatform(), Thread.ofVirtual())) {
      CompletableFuture<Throwable> end = new CompletableFuture<>();
      Thread waiting =
          kind.start(
              () ->
                  end.complete(catchThrowable(() -> client.send(STAFF, new ConfirmOrder(ORDER)))));
      silent.acquire(); // the server has the request, and nothing to say
      waiting.interrupt();
      assertThat(end.get(10, SECONDS)).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void an_answer_that_leads_elsewhere_is_followed_once_by_a_form_only() throws Exception {
    reply(303, "");
    reply(303, "");
    URI page = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pay/1");
    assertThat(client.postForm(STAFF, page)).isEqualTo(303);
    assertThat(requests)
        .containsExactly("POST /pay/1 shop null null", "GET /elsewhere null null null");
  }

  private Refused refusal() {
    return catchThrowableOfType(Refused.class, () -> client.send(STAFF, new ConfirmOrder(ORDER)));
  }

  private synchronized void reply(int status, String body) {
    replies.add(new Reply(status, body));
  }

  private synchronized void answer(HttpExchange exchange) throws IOException {
    requests.add(
        "%s %s %s %s %s"
            .formatted(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getRequestHeaders().getFirst("Daybook-Tenant"),
                exchange.getRequestHeaders().getFirst("Daybook-Actor"),
                exchange.getRequestHeaders().getFirst("Daybook-Effective-At")));
    exchange.getRequestBody().readAllBytes();
    Reply reply = replies.poll();
    if (reply == null) {
      silent.release();
      return;
    }
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Daybook-Position", "42");
    exchange.getResponseHeaders().add("Content-Type", "application/graphql-response+json");
    if (reply.status() == 303) {
      exchange.getResponseHeaders().add("Location", "/elsewhere");
    }
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
