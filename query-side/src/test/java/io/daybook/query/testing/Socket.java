package io.daybook.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client of the protocol graphql-transport-ws.
public final class Socket implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final WebSocket socket;

  private Socket(WebSocket.Builder builder, URI uri) {
    socket = builder.subprotocols("graphql-transport-ws").buildAsync(uri, new Inbox()).join();
  }

  /// Names the tenant in the handshake.
  public static Socket withHeader(HttpClient http, URI uri, String tenant) {
    return connected(http.newWebSocketBuilder().header("Daybook-Tenant", tenant), uri, Map.of());
  }

  /// Names the tenant as a browser does.
  public static Socket withPayload(HttpClient http, URI uri, String tenant) {
    return connected(http.newWebSocketBuilder(), uri, Map.of("Daybook-Tenant", tenant));
  }

  /// Does not say `connection_init`, and so may be one that the server closes.
  public static Socket opened(HttpClient http, URI uri) {
    return new Socket(http.newWebSocketBuilder(), uri);
  }

  private static Socket connected(WebSocket.Builder builder, URI uri, Map<String, String> payload) {
    Socket connected = new Socket(builder, uri);
    connected.send(Map.of("type", "connection_init", "payload", payload));
    assertThat(connected.next().path("type").asString()).isEqualTo("connection_ack");
    return connected;
  }

  public void subscribe(String query) {
    subscribe("1", query);
  }

  public void subscribe(String id, String query) {
    send(Map.of("id", id, "type", "subscribe", "payload", Map.of("query", query)));
  }

  public void complete(String id) {
    send(Map.of("id", id, "type", "complete"));
  }

  public void sendText(String text) {
    socket.sendText(text, true).join();
  }

  /// Why the server has closed it, as `1013 TOO_MANY_STREAMS`.
  public String closed() {
    return closed.orTimeout(20, TimeUnit.SECONDS).join();
  }

  /// The next message, null where none comes within some seconds.
  public @Nullable JsonNode next() {
    return within(20_000);
  }

  public @Nullable JsonNode within(long millis) {
    try {
      return messages.poll(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  @Override
  public void close() {
    if (!socket.isOutputClosed()) {
      socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
    }
  }

  private void send(Map<String, Object> message) {
    sendText(JSON.writeValueAsString(message));
  }

  private final class Inbox implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
      closed.complete(code + " " + reason);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        messages.add(JSON.readTree(text.toString()));
        text.setLength(0);
      }
      from.request(1);
      return null;
    }
  }
}
