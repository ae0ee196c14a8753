package io.daybook.app.capability;

import static io.daybook.eventstore.testing.Units.runInUnit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.review.ReviewCapability;
import com.example.review.ReviewConfiguration;
import com.example.witness.WitnessConfiguration;
import graphql.schema.GraphQLSchema;
import io.daybook.app.Daybook;
import io.daybook.app.RunningProgramTest;
import io.daybook.eventstore.Positions;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.Event;
import io.daybook.kernel.EventCatalogue;
import io.daybook.kernel.Samples;
import io.daybook.query.graphql.ProjectionProgress;
import io.daybook.query.projection.UpdateEmitter;
import io.daybook.query.testing.EntityContract;
import io.daybook.query.testing.GivenEvents;
import io.daybook.query.testing.GraphQlClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;

/// The capability of docs/adding-a-capability.md is found everywhere: by its routes, the API's description, GraphQL
/// with filters, history and tenancy, and replays. The processes are left out, because the samples of the shop
/// are events that no command has made.
@SpringBootTest(
    classes = {ReviewConfiguration.class, Daybook.class, WitnessConfiguration.class},
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "daybook.throw-away=true",
      "spring.autoconfigure.exclude=io.daybook.saga.autoconfigure.ProcessAutoConfiguration",
      "daybook.process.sandbox=false",
      "spring.flyway.locations=classpath:db/migration,classpath:sample/migration",
      "spring.graphql.schema.locations=classpath:graphql/**/,classpath:sample/graphql/"
    })
class AddedCapabilityTest extends RunningProgramTest implements EntityContract {
  private static final String REVIEW =
      "{\"productId\":\"prd_%1$s\",\"reviewId\":\"rev_%1$s\",\"stars\":%2$d}";

  @Autowired private GraphQlSource source;
  @Autowired private UpdateEmitter updates;
  @Autowired private EventStore store;
  @Autowired private Positions positions;
  @Autowired private Configuration axon;
  @Autowired private ProjectionProgress progress;
  @LocalServerPort private int port;
  private GivenEvents given;

  @Override
  public GraphQLSchema schema() {
    return source.schema();
  }

  @Override
  public GraphQlClient client(String tenant) {
    return new GraphQlClient(URI.create("http://127.0.0.1:" + port + "/graphql"), tenant);
  }

  @Override
  public void given(String tenant, List<Event> events) {
    if (given == null) {
      given = new GivenEvents(store, positions, progress);
    }
    runInUnit(() -> given.store(tenant, events));
    long head = positions.head();
    await().atMost(Duration.ofSeconds(60)).until(() -> progress.covers(head));
  }

  @Override
  public UpdateEmitter updates() {
    return updates;
  }

  @Override
  public List<Event> samples() {
    return Capabilities.installed().with(new ReviewCapability()).all().stream()
        .flatMap(it -> it.samples().stream())
        .toList();
  }

  @Test
  void its_commands_have_their_routes() throws Exception {
    String id = UUID.randomUUID().toString();

    assertThat(send("POST", "/api/v1/reviews", REVIEW.formatted(id, 4)).statusCode())
        .isEqualTo(201);
    HttpResponse<String> hidden =
        send("POST", "/api/v1/reviews/rev_" + id + "/hide", "{\"reason\":\"an insult\"}");

    assertThat(hidden.statusCode()).as(hidden.body()).isEqualTo(200);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                client("default")
                    .read("{ review(id: \"rev_%s\") { hidden } }".formatted(id))
                    .at("/review/hidden")
                    .asBoolean());
  }

  @Test
  void its_refusals_are_told_by_their_codes() throws Exception {
    String id = UUID.randomUUID().toString();
    HttpResponse<String> tooMany = send("POST", "/api/v1/reviews", REVIEW.formatted(id, 6));
    HttpResponse<String> missing =
        send("POST", "/api/v1/reviews/rev_" + id + "/hide", "{\"reason\":\"an insult\"}");

    assertThat(tooMany.statusCode()).isEqualTo(422);
    assertThat(tooMany.body()).contains("STARS_OUT_OF_RANGE");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.body()).contains("REVIEW_NOT_FOUND");
  }

  @Test
  void the_description_of_the_api_has_its_routes() throws Exception {
    JsonNode paths = get("/v3/api-docs").path("paths");

    assertThat(paths.path("/api/v1/reviews").at("/post/operationId").asString())
        .isEqualTo("WriteReview");
    assertThat(paths.path("/api/v1/reviews/{reviewId}/hide").path("post").isMissingNode())
        .isFalse();
  }

  /// Every golden form of every revision that ever was, the shop's and the sample's.
  @ParameterizedTest
  @MethodSource("golden")
  void a_golden_form_is_read_through_the_upcasters(Path form) throws Exception {
    String[] name = form.getFileName().toString().split("\\.");
    DomainEventData<?> stored =
        new GenericDomainEventEntry<>(
            "Aggregate",
            "default/id",
            0,
            "0195518e-7a00-7000-8000-000000000001",
            Samples.at(0).toString(),
            name[0] + "." + name[1],
            name[2],
            Files.readAllBytes(form),
            "{}".getBytes(StandardCharsets.UTF_8));

    DomainEventStream read =
        EventStreamUtils.upcastAndDeserializeDomainEvents(
            Stream.of(stored), axon.eventSerializer(), axon.upcasterChain());

    assertThat(read.next().getPayload())
        .isInstanceOfSatisfying(
            Event.class,
            event ->
                assertThat(EventCatalogue.Entry.of(event.getClass()).name())
                    .isEqualTo(name[0] + "." + name[1]));
  }

  static List<Path> golden() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String folder :
        List.of("../shared-kernel/src/test/resources/golden", "src/test/resources/sample/golden")) {
      try (Stream<Path> files = Files.list(Path.of(folder))) {
        files.forEach(all::add);
      }
    }
    return all;
  }

  @Test
  void its_projection_is_replayed_with_the_same_result() throws Exception {
    String id = UUID.randomUUID().toString();
    send("POST", "/api/v1/reviews", REVIEW.formatted(id, 3));

    JsonNode replay =
        JSON.readTree(
            send("POST", "/api/v1/admin/projections/review/replays?mode=compare", "").body());
    String path = "/api/v1/admin/replays/" + replay.path("id").asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> get(path).path("state").asString().equals("COMPLETED"));

    JsonNode table = get(path).at("/comparison/tables/0");
    assertThat(table.path("table").asString()).isEqualTo("reviews");
    assertThat(table.path("rebuilt").asLong()).isPositive();
    assertThat(table.path("differing").asLong()).isZero();
  }
}
