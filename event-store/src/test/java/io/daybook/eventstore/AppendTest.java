package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.example.lamp.LampCommand;
import com.example.lamp.LampEvent;
import com.example.lamp.LampTest;
import com.example.lamp.TooDark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class AppendTest extends LampTest {

  @Autowired EventStore events;
  @Autowired EventStorageEngine engine;
  @Autowired Positions positions;
  @Autowired EventHistory history;

  @Test
  void a_second_stream_of_the_same_name_is_a_conflict() {
    String lamp = installed();

    assertThatThrownBy(() -> commands.sendAndWait(new LampCommand.Install(lamp, "cellar")))
        .isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void a_sequence_number_that_was_taken_meanwhile_is_a_conflict() {
    String lamp = installed();
    light(lamp, 10);

    assertThatThrownBy(() -> engine.appendEvents(lit(lamp, 1)))
        .isInstanceOf(ConcurrencyException.class);
  }

  @Test
  void the_event_that_was_in_the_way_decides_what_kind_of_conflict_it_is() {
    String known = installed();
    light(known, 10);
    List<EventMessage<?>> both = new ArrayList<>(installation(newLamp()));
    both.addAll(lit(known, 1));

    assertThatThrownBy(() -> engine.appendEvents(both)).isInstanceOf(ConcurrencyException.class);
  }

  @Test
  void an_event_that_is_in_the_store_already_is_a_conflict_that_is_not_retried() {
    EventMessage<?> first = installation(newLamp()).getFirst();
    engine.appendEvents(first);
    EventMessage<?> second =
        new GenericDomainEventMessage<>(
            "Lamp",
            newLamp(),
            0,
            first.getPayload(),
            first.getMetaData(),
            first.getIdentifier(),
            first.getTimestamp());

    assertThatThrownBy(() -> engine.appendEvents(second))
        .isInstanceOf(ConcurrencyException.class)
        .isInstanceOf(DuplicateEventId.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "5E0F2D3C-9B1A-4C7D-8E6F-0123456789AB", "1-1-1-1-1"})
  void an_id_that_would_be_another_one_when_it_is_read_is_refused(String id) {
    EventMessage<?> event =
        new GenericEventMessage<>(
            id,
            new LampEvent.Lit("shop/lamp_1", 1),
            Map.of(),
            Instant.parse("2026-01-02T03:04:05Z"));

    assertThatThrownBy(() -> engine.appendEvents(event))
        .isInstanceOf(EventStoreException.class)
        .hasMessageContaining(id);
  }

  @Test
  void commands_for_the_same_aggregate_do_not_lose_one_another() {
    String lamp = installed();

    IntStream.range(0, 40).parallel().forEach(brightness -> light(lamp, brightness));

    assertThat(history.ofStream("shop", lamp, 0, 100)).hasSize(40);
  }

  @Test
  void a_refusal_keeps_its_type() {
    String lamp = installed();

    assertThatThrownBy(() -> light(lamp, -1)).isInstanceOf(TooDark.class);
  }

  @Test
  void a_dry_run_answers_with_its_events_and_leaves_nothing() {
    String lamp = installed();
    long head = positions.head();
    var command =
        new GenericCommandMessage<>(
            new LampCommand.Light(lamp, 30), Map.of(DryRun.METADATA, "true"));

    DryRun run = catchThrowableOfType(DryRun.class, () -> commands.sendAndWait(command));

    assertThat(run.events().stream().<Object>map(EventMessage::getPayload))
        .containsExactly(new LampEvent.Lit(lamp, 30));
    assertThat(positions.head()).isEqualTo(head);
    assertThat(light(lamp, 40)).isZero();
  }

  @Test
  void a_dry_run_meets_the_same_conflicts() {
    var command =
        new GenericCommandMessage<>(
            new LampCommand.Install(installed(), "cellar"), Map.of(DryRun.METADATA, "true"));

    assertThatThrownBy(() -> commands.sendAndWait(command))
        .isInstanceOf(AggregateStreamCreationException.class);
  }

  @Test
  void the_unit_of_work_knows_the_last_position_it_wrote() {
    String lamp = newLamp();
    UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(null);
    events.publish(installation(lamp));
    OptionalLong before = positions.written(unitOfWork);
    events.publish(lit(lamp, 1));
    unitOfWork.commit();

    List<StoredEvent> stored = history.ofStream("shop", lamp, -1, 10);
    assertThat(before).isEmpty();
    assertThat(positions.written(unitOfWork)).hasValue(stored.getLast().position());
    assertThat(stored.getFirst().position()).isLessThan(stored.getLast().position());
  }

  @Test
  void a_reader_at_the_tail_sees_the_events_in_the_order_of_their_positions() {
    var token = events.createHeadToken();
    String lamp = installed();
    light(lamp, 5);

    try (var read = events.openStream(token)) {
      assertThat(read.asStream().limit(2).<Object>map(TrackedEventMessage::getPayload))
          .containsExactly(new LampEvent.Installed(lamp, "kitchen"), new LampEvent.Lit(lamp, 5));
    }
  }

  private static List<EventMessage<?>> installation(String lamp) {
    return List.of(
        new GenericDomainEventMessage<>("Lamp", lamp, 0, new LampEvent.Installed(lamp, "attic")));
  }

  private static List<EventMessage<?>> lit(String lamp, long sequence) {
    return List.of(
        new GenericDomainEventMessage<>("Lamp", lamp, sequence, new LampEvent.Lit(lamp, 1)));
  }
}
