package io.daybook.benchmarks.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
  private static final byte[] ANSWER = "{\"id\":\"prd_1\"}\n".repeat(1000).getBytes();

  private final List<String> received = new CopyOnWriteArrayList<>();
  private final List<Integer> ports = new CopyOnWriteArrayList<>();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void answers_of_either_kind_are_read_to_their_end_on_one_connection() throws Exception {
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    try (HttpConnection connection = new HttpConnection(address)) {
      assertThat(connection.send("POST", "/chunked", "k1", "{\"a\":1}")).isEqualTo(201);
      assertThat(connection.send("POST", "/fixed", "k2", "{\"b\":2}")).isEqualTo(201);
      assertThat(connection.send("POST", "/empty", "k3", "{}")).isEqualTo(201);
    }
    assertThat(received)
        .containsExactly("/chunked k1 {\"a\":1}", "/fixed k2 {\"b\":2}", "/empty k3 {}");
    assertThat(ports).hasSize(3).containsOnly(ports.getFirst());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes());
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    String path = exchange.getRequestURI().getPath();
    received.add(path + " " + key + " " + body);
    ports.add(exchange.getRemoteAddress().getPort());
    exchange.sendResponseHeaders(
        201,
        switch (path) {
          case "/chunked" -> 0;
          case "/fixed" -> ANSWER.length;
          default -> -1;
        });
    try (OutputStream out = exchange.getResponseBody()) {
      if (!path.equals("/empty")) {
        out.write(ANSWER);
      }
    }
  }
}
