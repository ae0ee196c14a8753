package com.example.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.eventstore.testing.Units;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(
    classes = DeskApplication.class,
    properties = {
      "spring.flyway.locations=classpath:desk/migration",
      "axon.eventhandling.processors." + TicketList.PROCESSOR + ".mode=subscribing",
      "daybook.engine.command-transactions=true",
      "daybook.engine.audit=false"
    })
class DeskTest {

  private static final int SECONDS = 10;

  @Autowired CommandGateway commands;
  @Autowired EventStore events;
  @Autowired EventStorageEngine engine;
  @Autowired EventProcessingConfiguration processing;
  @Autowired JdbcClient database;
  @Autowired TicketList list;
  @Autowired DeskLog log;
  @Autowired Readings readings;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = TestDatabase.empty().url();
    properties.add("spring.datasource.url", () -> url);
  }

  @Test
  void an_application_numbers_its_migrations_as_it_likes() {
    assertThat(versions("public")).containsExactly("1");
    assertThat(versions("event_store_history")).contains("001", "007");
  }

  /// Nor may the engine put one there, where it would be taken for the application's.
  @Test
  void the_engine_brings_no_migration_to_where_applications_have_theirs() {
    assertThat(getClass().getResource("/db/migration")).isNull();
    assertThat(getClass().getResource("/db/event-store/V001__event_store.sql")).isNotNull();
  }

  private List<String> versions(String schema) {
    return database
        .sql(
            "SELECT version FROM "
                + schema
                + ".flyway_schema_history WHERE version IS NOT NULL ORDER BY installed_rank")
        .query(String.class)
        .list();
  }

  @Test
  void what_a_subscribing_handler_writes_is_there_when_the_command_returns() {
    String ticket = newTicket();

    commands.sendAndWait(new Ticket.Open(ticket));

    assertThat(list.has(ticket)).isTrue();
  }

  @Test
  void what_a_subscribing_handler_writes_goes_with_an_append_that_is_refused() {
    String ticket = newTicket();
    var hole = new GenericDomainEventMessage<>("Ticket", ticket, 7, new TicketOpened(ticket));

    assertThatThrownBy(() -> Units.runInUnit(() -> events.publish(hole)))
        .isInstanceOf(ConcurrencyException.class);

    assertThat(list.has(ticket)).isFalse();
    var first = new GenericDomainEventMessage<>("Ticket", ticket, 0, new TicketOpened(ticket));
    Units.runInUnit(() -> events.publish(first));
    assertThat(list.has(ticket)).isTrue();
  }

  @Test
  void a_subscribing_handler_that_throws_fails_the_command_and_leaves_no_dead_letter() {
    assertThatThrownBy(() -> commands.sendAndWait(new Ticket.Open(TicketList.REFUSED)))
        .hasStackTraceContaining("the list does not take it");

    assertThat(engine.lastSequenceNumberFor(TicketList.REFUSED)).isEmpty();
    assertThat(processing.deadLetterQueue(TicketList.PROCESSOR)).isEmpty();
    assertThat(processing.deadLetterQueue(Readings.PROCESSOR)).isPresent();
  }

  @Test
  void state_that_a_command_stores_is_committed_with_its_events_or_not_at_all() {
    commands.sendAndWait(new DeskLog.Write("shop/desk_1", "kept"));

    assertThatThrownBy(() -> commands.sendAndWait(new DeskLog.Write("shop/desk_1", "refused")))
        .isInstanceOf(AggregateStreamCreationException.class);

    assertThat(log.lines("kept")).isEqualTo(1);
    assertThat(log.lines("refused")).isZero();
  }

  @Test
  void events_that_are_no_records_and_values_that_name_their_classes_are_read_again() {
    String ticket = newTicket();
    commands.sendAndWait(new Ticket.Open(ticket));
    commands.sendAndWait(new Ticket.Rank(ticket, new TicketRanked.Urgent(4)));
    commands.sendAndWait(new Ticket.Rank(ticket, new TicketRanked.Whenever()));

    assertThat(engine.readEvents(ticket).asStream().<Object>map(DomainEventMessage::getPayload))
        .containsExactly(
            new TicketOpened(ticket),
            new TicketRanked(ticket, new TicketRanked.Urgent(4)),
            new TicketRanked(ticket, new TicketRanked.Whenever()));
  }

  @Test
  void an_event_is_the_same_to_a_handler_now_and_in_a_replay() throws Exception {
    TrackingToken before = events.createHeadToken();
    Map<String, @Nullable Object> entries = new HashMap<>();
    entries.put("none", null);
    entries.put("int", 42);
    entries.put("long", 42L);
    entries.put("double", 0.5);
    entries.put("boolean", true);
    entries.put("text", "42");
    entries.put("id", UUID.fromString("5e0f2d3c-9b1a-4c7d-8e6f-0123456789ab"));
    EventMessage<?> plain =
        new GenericEventMessage<>(new DeskClosed("tea"), MetaData.from(entries));
    events.publish(plain);

    TrackedEventMessage<?> live = live(before);
    TrackedEventMessage<?> stored = engine.readEvents(before, false).findFirst().orElseThrow();

    assertThat(live).isNotInstanceOf(DomainEventMessage.class);
    assertThat(stored).isNotInstanceOf(DomainEventMessage.class);
    entries.put("id", "5e0f2d3c-9b1a-4c7d-8e6f-0123456789ab");
    assertThat(live.getMetaData()).containsExactlyInAnyOrderEntriesOf(MetaData.from(entries));
    assertThat(stored.getMetaData()).isEqualTo(live.getMetaData());
    assertThat(stored.getIdentifier()).isEqualTo(live.getIdentifier());
    assertThat(stored.getTimestamp()).isEqualTo(live.getTimestamp());
    Object payload = stored.getPayload();
    assertThat(payload).isEqualTo(live.getPayload());
  }

  private TrackedEventMessage<?> live(TrackingToken before) throws InterruptedException {
    try (var stream = events.openStream(before)) {
      assertThat(stream.hasNextAvailable(SECONDS, TimeUnit.SECONDS)).isTrue();
      return stream.nextAvailable();
    }
  }

  @Test
  void a_processor_that_is_reset_with_a_context_goes_on_and_is_told_it() {
    events.publish(new GenericEventMessage<>(new DeskClosed("lunch")));
    StreamingEventProcessor processor =
        processing.eventProcessor(Readings.PROCESSOR, StreamingEventProcessor.class).orElseThrow();
    await().until(() -> !readings.read.isEmpty());

    processor.shutDown();
    processor.resetTokens(new Readings.Why("a new column", 2));
    processor.start();

    await().until(() -> readings.reasons.contains(new Readings.Why("a new column", 2)));
    int read = readings.read.size();
    events.publish(new GenericEventMessage<>(new DeskClosed("night")));
    await().until(() -> readings.read.size() > read);
  }

  private static String newTicket() {
    return "shop/tkt_" + UUID.randomUUID();
  }
}
