package io.daybook.saga.orderplacement;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.order.OrderCommand.CompleteOrderPlacement;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.process.ProcessInstances.Instance;
import io.daybook.saga.testing.ProcessFixture;
import io.daybook.saga.testing.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// What is stored of a placement, one golden file for each state, and that what 73d24ad has stored
/// as Axon's sagas becomes the same and goes on.
class PlacementStateTest {
  private static final String FILES = "/processes/order-placement/";
  private static final JsonMapper JSON = new JsonMapper();

  private static final Map<OrderId, String> GOLDEN =
      Map.of(
          order(31), "reserving",
          order(32), "awaiting-payment",
          order(33), "awaiting-payment-with-deadline",
          order(34), "placed",
          order(35), "placed-and-captured",
          order(36), "cancelled",
          order(37), "shipped-and-not-paid");

  /// No placement is left in that stage by this program, and none was in the other.
  private static final Set<OrderId> OF_TODAY =
      Set.of(order(31), order(32), order(33), order(34), order(35), order(37));

  private static final Set<OrderId> OF_73D24AD =
      Set.of(order(31), order(32), order(33), order(34), order(35), order(36));

  @Test
  void each_state_is_stored_as_in_its_golden_file() {
    ProcessFixture<OrderPlacementSaga> fixture = new ProcessFixture<>(OrderPlacementBeans.TYPE);
    fixture.commands().answering(ReserveInventory.class, false);
    fixture.given(Samples.started(order(31), "sandbox:approve"));
    fixture.commands().answering(ReserveInventory.class, true);
    fixture.given(
        Samples.started(order(32), "sandbox:approve"),
        Samples.started(order(33), "sandbox:paypal"),
        Samples.started(order(34), "sandbox:approve"),
        authorized(order(34)),
        Samples.started(order(35), "sandbox:approve"),
        authorized(order(35)),
        captured(order(35)));
    fixture.given(
        Samples.started(order(37), "sandbox:approve"),
        authorized(order(37)),
        captured(order(37)),
        charged(order(37)),
        shipped(order(37)),
        captureFailed(order(37)));

    assertGolden(fixture.running(), OF_TODAY);
  }

  @Test
  void what_an_earlier_program_has_stored_becomes_the_same() {
    DataSource database = migratedFrom73d24ad();
    ProcessFixture<OrderPlacementSaga> fixture =
        new ProcessFixture<>(OrderPlacementBeans.TYPE, database);

    assertGolden(fixture.running(), OF_73D24AD);
    assertThat(fixture.running())
        .allSatisfy(
            instance -> {
              assertThat(instance.process()).isEqualTo("order-placement");
              assertThat(instance.inStage())
                  .isBetween(Duration.ofHours(1), Duration.ofHours(1).plusMinutes(5));
            });
    assertThat(count(database, "process.saga")).isOne();
    assertThat(count(database, "process.association")).isOne();
  }

  @Test
  void what_an_earlier_program_has_begun_goes_on() {
    ProcessFixture<OrderPlacementSaga> fixture =
        new ProcessFixture<>(OrderPlacementBeans.TYPE, migratedFrom73d24ad());

    fixture.when(authorized(order(32)));
    assertThat(fixture.commands().sent())
        .contains(new CompleteOrderPlacement(order(32), PaymentId.of(order(32))));
    fixture.when(captured(order(36)));
    assertThat(fixture.commands().sentTypes()).containsExactly(RefundPayment.class);
  }

  @Test
  void a_state_of_another_revision_is_not_guessed_at() {
    ProcessFixture<OrderPlacementSaga> fixture = new ProcessFixture<>(OrderPlacementBeans.TYPE);
    fixture.given(Samples.started(order(32), "sandbox:approve"));
    fixture.database().sql("UPDATE process.instance SET revision = 3").update();

    fixture.given(authorized(order(32)));

    DeadLetter<?> letter = fixture.letters().deadLetters().iterator().next().iterator().next();
    assertThat(letter.cause().orElseThrow().message())
        .contains("is stored in revision 3, and this program reads 2");
  }

  private static void assertGolden(List<Instance> instances, Set<OrderId> expected) {
    assertThat(instances)
        .extracting(instance -> new OrderId(instance.key().id()))
        .containsExactlyInAnyOrderElementsOf(expected);
    for (Instance instance : instances) {
      String file = "2/" + GOLDEN.get(new OrderId(instance.key().id())) + ".json";
      assertThat(JSON.readTree(instance.state())).as(file).isEqualTo(JSON.readTree(resource(file)));
      assertThat(instance.revision()).isEqualTo(2);
      assertThat(JSON.readTree(instance.state()).path("stage").asString())
          .isEqualTo(instance.stage());
    }
  }

  /// A database as that program left it, an hour ago, brought up to date. A saga of another class,
  /// as another user of the engine may have, stays where it is.
  private static DataSource migratedFrom73d24ad() {
    DataSource dataSource = TestDatabase.fresh();
    JdbcClient database = JdbcClient.create(dataSource);
    database
        .sql(
            "SELECT nspname FROM pg_namespace"
                + " WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'")
        .query(String.class)
        .list()
        .forEach(schema -> database.sql("DROP SCHEMA " + schema + " CASCADE").update());
    database.sql("CREATE SCHEMA public").update();
    migrations(dataSource).target("23").load().migrate();
    resource("sagas-of-73d24ad.tsv").lines().forEach(line -> insert(database, line.split("\t")));
    insert(database, "acme/some", "com.example.OtherSaga", "", "{}");
    migrations(dataSource).outOfOrder(true).load().migrate();
    return dataSource;
  }

  private static FluentConfiguration migrations(DataSource dataSource) {
    return Flyway.configure().dataSource(dataSource).locations(TestDatabase.migrations());
  }

  private static void insert(JdbcClient database, String... row) {
    database
        .sql(
            "INSERT INTO process.saga (saga_id, saga_type, state, stored_at)"
                + " VALUES (?, ?, convert_to(?, 'UTF8'), now() - interval '1 hour')")
        .params(row[0], row[1], row[3])
        .update();
    database
        .sql(
            "INSERT INTO process.association (saga_id, saga_type, key, value)"
                + " VALUES (?, ?, 'orderId', ?)")
        .params(row[0], row[1], row[0])
        .update();
  }

  private static long count(DataSource database, String table) {
    return JdbcClient.create(database)
        .sql("SELECT count(*) FROM " + table)
        .query(Long.class)
        .single();
  }

  private static String resource(String name) {
    try (InputStream file =
        Objects.requireNonNull(PlacementStateTest.class.getResourceAsStream(FILES + name), name)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static OrderId order(int number) {
    return OrderId.of(Samples.uuid(number));
  }

  private static PaymentAuthorized authorized(OrderId order) {
    return new PaymentAuthorized(
        PaymentId.of(order), order, Samples.TOTAL, "auth-1", "sandbox:approve", Samples.NOW, null);
  }

  private static PaymentCaptured captured(OrderId order) {
    return new PaymentCaptured(
        PaymentId.of(order), order, Money.of(4_000, "EUR"), "cap-1", Samples.NOW);
  }

  private static PaymentCompleted charged(OrderId order) {
    return new PaymentCompleted(
        PaymentId.of(Samples.uuid(99)),
        order,
        Samples.CUSTOMER,
        Money.of(1_000, "EUR"),
        "ref",
        Samples.NOW);
  }

  private static OrderShipped shipped(OrderId order) {
    return new OrderShipped(order, "A-1", "1Z", "UPS", Samples.NOW);
  }

  private static PaymentFailed captureFailed(OrderId order) {
    return new PaymentFailed(
        PaymentId.of(order),
        order,
        Samples.CUSTOMER,
        PaymentOperation.CAPTURE,
        Money.of(3_000, "EUR"),
        DeclineKind.HARD,
        "refused",
        Samples.NOW);
  }
}
