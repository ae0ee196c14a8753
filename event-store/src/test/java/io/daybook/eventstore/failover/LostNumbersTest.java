package io.daybook.eventstore.failover;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lamp.LampApplication;
import com.example.lamp.LampCommand;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The numbers under which types and keys of metadata are stored are given in transactions of their own, the last of
/// which may be lost like any other. Another node then gives a number to something else.
class LostNumbersTest {

  private final TestDatabase store = TestDatabase.create();
  private final JdbcClient database = JdbcClient.create(store.dataSource());

  @Test
  void what_is_written_after_a_loss_is_read_by_the_numbers_that_are_in_the_store() {
    try (ConfigurableApplicationContext node =
        new SpringApplicationBuilder(LampApplication.class)
            .web(WebApplicationType.NONE)
            .registerShutdownHook(false)
            .run("--spring.datasource.url=" + store.url())) {
      CommandGateway commands = node.getBean(CommandGateway.class);
      commands.sendAndWait(new LampCommand.Install(fresh(), "lost"));
      loseEverything();

      String lamp = fresh();
      commands.sendAndWait(new LampCommand.Install(lamp, "new"));

      assertThat(
              database
                  .sql(
                      "SELECT type FROM event_store.readable_event WHERE stream = ?"
                          + " ORDER BY sequence")
                  .param(lamp)
                  .query(String.class)
                  .list())
          .containsExactly("lamp.LampInstalled");
      assertThat(
              node.getBean(EventStore.class)
                  .readEvents(lamp)
                  .asStream()
                  .map(event -> event.getPayloadType().getSimpleName()))
          .containsExactly("Installed");
    }
  }

  /// And somebody else has taken the first numbers since.
  private void loseEverything() {
    database
        .sql(
            """
            WITH events AS (DELETE FROM event_store.event),
              types AS (DELETE FROM event_store.event_type),
              keys AS (DELETE FROM event_store.metadata_key)
            UPDATE event_store.head SET position = 0
            """)
        .update();
    database
        .sql(
            """
            INSERT INTO event_store.event_type (id, aggregate_type, name, revision)
            OVERRIDING SYSTEM VALUE SELECT n, 'Other', 'other.Thing' || n, '1'
            FROM generate_series(1, 9) AS n
            """)
        .update();
    database
        .sql("SELECT setval(pg_get_serial_sequence('event_store.event_type', 'id'), 9)")
        .query(Long.class)
        .single();
  }

  private static String fresh() {
    return "shop/lamp_" + UUID.randomUUID();
  }
}
