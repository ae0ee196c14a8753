package io.daybook.app.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.app.DataDatabase;
import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.cli.RunningServer;
import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.json.KernelModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine;

class MoveEventsTest {
  private static final int CATEGORIES = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path data;
  private final TestDatabase source = TestDatabase.create();
  private final StringWriter out = new StringWriter();
  private final List<CategoryId> ids =
      Stream.generate(() -> new CategoryId("cat_" + UUID.randomUUID())).limit(CATEGORIES).toList();

  @Test
  void a_shop_goes_on_with_the_events_of_its_old_database() throws Exception {
    write();

    assertThat(move("--from", source.url(), "--tenant", "tea")).as(out::toString).isZero();
    assertThat(move("--from", source.url(), "--tenant", "tea")).as(out::toString).isZero();

    try (RunningServer server = RunningServer.on(data, 0);
        HttpClient http = HttpClient.newHttpClient()) {
      String query =
          "{\"query\":\"{ category(id: \\\"%s\\\") { name } }\"}".formatted(ids.getLast());
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () ->
                  assertThat(send(http, server.baseUrl().resolve("/graphql"), query).body())
                      .contains("Tea " + ids.getLast()));
      String product =
          """
          {"name":"Assam","categoryId":"%s","price":{"amountMinor":1299,"currency":"EUR"}}\
          """
              .formatted(ids.getFirst());
      assertThat(send(http, server.baseUrl().resolve("/api/v1/products"), product).statusCode())
          .isEqualTo(201);
      assertThat(
              new DataDatabase(data)
                  .map("SELECT processor, position FROM event_store.processor_start"))
          .containsEntry("process-payment-gateway", "" + CATEGORIES)
          .containsEntry("process-order-placement", "" + CATEGORIES)
          .doesNotContainKey("projection-order");
    }
    assertThat(move("--from", source.url(), "--tenant", "coffee"))
        .isEqualTo(ExitCode.FAILED.status());
  }

  @Test
  void what_cannot_be_moved_is_told_all_at_once() {
    write();
    JdbcClient.create(source.dataSource())
        .sql("UPDATE domainevententry SET payload = 'broken' WHERE globalindex IN (41, 262)")
        .update();

    assertThat(move("--from", source.url(), "--tenant", "tea")).isEqualTo(ExitCode.FAILED.status());
    assertThat(out.toString().lines().filter(line -> line.startsWith("UNREADABLE_PAYLOAD")))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--from mysql://there", "--from postgres://there --tenant Tea/1"})
  void what_makes_no_sense_is_wrong_usage(String arguments) {
    assertThat(move(arguments.split(" "))).isEqualTo(ExitCode.USAGE.status());
    assertThat(data.resolve("postgres")).doesNotExist();
  }

  private int move(String... arguments) {
    PrintWriter writer = new PrintWriter(out);
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--data-dir", data.toString()));
    return new CommandLine(new MoveEvents())
        .setOut(writer)
        .setErr(writer)
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              writer.println(failure);
              return Objects.requireNonNull(Failure.within(failure)).code().status();
            })
        .execute(all.toArray(String[]::new));
  }

  /// As a shop of Axon's own engine has written them.
  private void write() {
    Serializer json =
        Jackson3Serializer.builder()
            .jsonMapperBuilderCustomizer(new JsonRules(List.of(new KernelModule())))
            .build();
    JdbcEventStorageEngine engine =
        JdbcEventStorageEngine.builder()
            .eventSerializer(json)
            .snapshotSerializer(json)
            .connectionProvider(source.dataSource()::getConnection)
            .transactionManager(NoTransactionManager.INSTANCE)
            .build();
    engine.createSchema(PostgresEventTableFactory.INSTANCE);
    engine.appendEvents(
        ids.stream()
            .map(
                id ->
                    new GenericDomainEventMessage<>(
                        "Category",
                        id.value(),
                        0,
                        new CategoryCreated(id, "Tea " + id, null, 1, Instant.EPOCH)))
            .toList());
  }

  private HttpResponse<String> send(HttpClient http, URI url, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("Daybook-Actor", "staff:me")
            .header("Daybook-Tenant", "tea")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
