package io.daybook.query.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.Positions;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.Event;
import io.daybook.query.graphql.ProjectionProgress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Events in, GraphQL over HTTP out. Every test has a tenant of its own, so they share one program.
@SpringBootTest(
    classes = QueryApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ReadTest {
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final JsonMapper JSON = JsonMapper.shared();

  protected static final HttpClient HTTP = GraphQlClient.HTTP;

  protected final String tenant = "t" + UUID.randomUUID().toString().substring(0, 8);
  private GivenEvents given;

  @Autowired protected EventStore events;
  @Autowired protected Positions positions;
  @Autowired protected CountedStatements statements;
  @Autowired ProjectionProgress progress;
  @LocalServerPort protected int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", DATABASE::url);
    registry.add("spring.threads.virtual.enabled", () -> "true"); // as in the application
    registry.add("daybook.engine.segments", () -> "2"); // shares that may race
    registry.add("daybook.query.patience", () -> "30s"); // however slow the machine
    registry.add("daybook.query.streams.keep-alive", () -> "200ms");
  }

  @BeforeEach
  void nothing_is_given_yet() {
    given = new GivenEvents(events, positions, progress);
  }

  /// Stores the events and waits until the projections show them.
  protected void given(Event... given) {
    given(tenant, List.of(given));
  }

  /// The same for another tenant.
  public void given(String tenant, List<Event> given) {
    this.given.given(tenant, given);
  }

  /// Each is a moment later than the one before, as events of different streams are.
  protected void store(Event... given) {
    this.given.store(tenant, List.of(given));
  }

  /// Another node on the same database, with settings of its own.
  protected ConfigurableApplicationContext secondNode(String... settings) {
    return new SpringApplicationBuilder(QueryApplication.class)
        .run(
            Stream.concat(
                    Stream.of("--server.port=0", "--spring.datasource.url=" + DATABASE.url()),
                    Stream.of(settings))
                .toArray(String[]::new));
  }

  public GraphQlClient client(String tenant) {
    return new GraphQlClient(uri("/graphql"), tenant);
  }

  /// The data of an answer without errors.
  protected JsonNode read(String query) {
    return client(tenant).read(query);
  }

  /// The code of the one error of an answer.
  protected String refusal(String query) {
    return error(answer(query, Map.of())).at("/extensions/code").asString();
  }

  protected static JsonNode error(JsonNode answer) {
    assertThat(answer.path("errors").size()).as("%s", answer).isEqualTo(1);
    return answer.at("/errors/0");
  }

  /// The code in a problem.
  protected static String code(HttpResponse<String> problem) {
    return JSON.readTree(problem.body()).get("code").asString();
  }

  protected JsonNode answer(String query, Map<String, Object> variables) {
    return JSON.readTree(post(query, variables, Map.of()).body());
  }

  protected HttpResponse<String> post(
      String query, Map<String, Object> variables, Map<String, String> headers) {
    HttpRequest.Builder request = request(query, variables);
    headers.forEach(request::setHeader);
    return send(request.build());
  }

  protected HttpRequest.Builder request(String query, Map<String, Object> variables) {
    return client(tenant).request(query, variables);
  }

  protected URI uri(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  static String body(URI uri) {
    return send(HttpRequest.newBuilder(uri).build()).body();
  }

  protected static HttpResponse<String> send(HttpRequest request) {
    return GraphQlClient.send(request);
  }
}
