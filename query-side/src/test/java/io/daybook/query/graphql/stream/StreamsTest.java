package io.daybook.query.graphql.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import graphql.introspection.IntrospectionQuery;
import io.daybook.query.projection.UpdateEmitter;
import io.daybook.query.testing.EventStreamClient;
import io.daybook.query.testing.GraphQlClient;
import io.daybook.query.testing.ReadTest;
import io.daybook.query.testing.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program with few places for streams.
class StreamsTest extends ReadTest {
  private static final String ALL = "subscription { orderUpdated { id } }";

  private ConfigurableApplicationContext program;
  private OpenStreams streams;

  @BeforeEach
  void a_program_has_two_places_for_a_client() {
    program =
        secondNode(
            "--daybook.query.streams.per-client=2",
            "--daybook.query.streams.operations=3",
            "--daybook.query.streams.keep-alive=100ms");
    streams = program.getBean(OpenStreams.class);
  }

  @AfterEach
  void the_program_ends() {
    program.close();
  }

  @Test
  void one_socket_too_many_is_closed_and_said_why() {
    try (Socket first = socket();
        Socket _ = socket()) {
      assertThat(Socket.opened(HTTP, address("ws")).closed()).isEqualTo("1013 TOO_MANY_STREAMS");
      assertThat(sse("{ __typename }").next().data().at("/errors/0/extensions/code").asString())
          .isEqualTo("TOO_MANY_STREAMS");

      first.close();
      await().until(() -> streams.open() == 1);
      socket().close();
    }
    await().until(() -> streams.open() == 0);
  }

  @Test
  void one_subscription_too_many_is_refused_and_the_others_go_on() {
    try (Socket socket = socket()) {
      for (String id : new String[] {"a", "b", "c"}) {
        socket.subscribe(id, ALL);
      }
      socket.subscribe("d", ALL);

      JsonNode refused = socket.next();
      assertThat(refused.get("id").asString()).isEqualTo("d");
      assertThat(refused.at("/payload/errors/0/extensions/code").asString())
          .isEqualTo("TOO_MANY_OPERATIONS");
      assertThat(socket.next().get("type").asString()).isEqualTo("complete");
      assertThat(program.getBean(UpdateEmitter.class).subscribers()).isEqualTo(3);

      socket.complete("a");
      socket.subscribe("e", "{ __typename }");
      assertThat(socket.next().at("/payload/data/__typename").asString()).isEqualTo("Query");
    }
  }

  @Test
  void queries_one_after_another_have_no_end() {
    try (Socket socket = socket()) {
      for (int i = 0; i < 20; i++) {
        socket.subscribe("q" + i, "{ __typename }");
        assertThat(socket.next().get("type").asString()).isEqualTo("next");
        assertThat(socket.next().get("type").asString()).isEqualTo("complete");
      }
    }
  }

  @Test
  void a_client_that_does_not_read_is_cut_off() {
    WebSocket deaf =
        HTTP.newWebSocketBuilder()
            .subprotocols("graphql-transport-ws")
            .buildAsync(address("ws"), new Deaf())
            .join();
    deaf.sendText("{\"type\":\"connection_init\"}", true).join();
    String large =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "id", "1",
                    "type", "subscribe",
                    "payload", Map.of("query", IntrospectionQuery.INTROSPECTION_QUERY)));

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 10_000; i++) {
                deaf.sendText(large, true).join();
              }
            })
        .isInstanceOf(CompletionException.class);
    await().atMost(Duration.ofMinutes(1)).until(() -> streams.open() == 0);
  }

  @Test
  void what_is_no_message_of_the_protocol_closes_the_socket() {
    for (String text : new String[] {"x", "[]", "{\"type\":1}", "{\"type\":\"\\u0000\"}", "{}"}) {
      Socket socket = socket();
      socket.sendText(text);

      assertThat(socket.closed()).as(text).startsWith("4400");
    }
  }

  @Test
  void an_event_stream_is_there_before_its_first_event() throws Exception {
    try (EventStreamClient _ = sse(ALL)) {
      await().until(() -> streams.open() == 1);
    }
    await().until(() -> streams.open() == 0);
  }

  @Test
  void a_query_has_one_event() throws Exception {
    try (EventStreamClient stream = sse("{ __typename }")) {
      assertThat(stream.next().data().at("/data/__typename").asString()).isEqualTo("Query");
      assertThat(stream.next().event()).isEqualTo("complete");
    }
  }

  @Test
  void streams_are_completed_when_the_program_ends() throws Exception {
    try (EventStreamClient stream = sse(ALL);
        Socket socket = socket()) {
      socket.subscribe(ALL);
      await().until(() -> program.getBean(UpdateEmitter.class).subscribers() == 2);

      program.close();

      assertThat(stream.next().event()).isEqualTo("complete");
      assertThat(socket.next().get("type").asString()).isEqualTo("complete");
    }
  }

  private Socket socket() {
    return Socket.withHeader(HTTP, address("ws"), tenant);
  }

  private EventStreamClient sse(String query) {
    HttpRequest.Builder request =
        new GraphQlClient(address("http"), tenant).request(query, Map.of());
    return new EventStreamClient(request);
  }

  private URI address(String scheme) {
    String own = program.getEnvironment().getRequiredProperty("local.server.port");
    return URI.create("%s://localhost:%s/graphql".formatted(scheme, own));
  }

  /// Never asks for a message.
  private static final class Deaf implements WebSocket.Listener {
    @Override
    public void onOpen(WebSocket socket) {
      assertThat(socket.getSubprotocol()).isEqualTo("graphql-transport-ws");
    }
  }
}
