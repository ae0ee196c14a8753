package io.daybook.command.testing;

import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.http.Contexts;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole command side on a PostgreSQL database of its own, started once for all that extend this.
@SpringBootTest(classes = CommandSideApplication.class)
@Import(EventsRead.class)
public abstract class CommandSideTest {
  @Autowired protected CommandGateway commands;
  @Autowired protected EventStore store;
  @Autowired protected EventsRead eventsRead;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    String url = TestDatabase.create().url();
    properties.add("spring.datasource.url", () -> url);
  }

  protected <R> R send(Command command, Actor by) {
    return commands.sendAndWait(
        new GenericCommandMessage<>(command)
            .withMetaData(Contexts.metaData(Given.TENANT, by, null)));
  }

  /// Events that happened before, written past the aggregate that decides them.
  protected void happened(String aggregateType, long firstSequence, List<? extends Event> events) {
    DomainEventMessage<?>[] messages = new DomainEventMessage<?>[events.size()];
    for (int i = 0; i < messages.length; i++) {
      Event event = events.get(i);
      messages[i] =
          new GenericDomainEventMessage<>(
              aggregateType,
              Given.TENANT.stream(event.source()),
              firstSequence + i,
              event,
              Contexts.metaData(Given.TENANT, Given.STAFF, null));
    }
    DefaultUnitOfWork.startAndGet(null).execute(() -> store.publish(messages));
  }

  protected List<Event> eventsOf(Id entity) {
    return store
        .readEvents(Given.TENANT.stream(entity), 0)
        .asStream()
        .<Event>map(message -> (Event) message.getPayload())
        .toList();
  }

  protected int eventCountOf(Id entity) {
    return store
        .lastSequenceNumberFor(Given.TENANT.stream(entity))
        .map(last -> Math.toIntExact(last) + 1)
        .orElse(0);
  }

  /// Waits until loading the entity for a command that changes nothing reads no more than that many
  /// events. A snapshot is taken after the answer, and asked for again where one was under way.
  protected void readsAtMost(long events, Id entity, Command harmless, Actor by) {
    String stream = Given.TENANT.stream(entity);
    await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              long before = eventsRead.of(stream);
              send(harmless, by);
              return eventsRead.of(stream) - before <= events;
            });
  }
}
