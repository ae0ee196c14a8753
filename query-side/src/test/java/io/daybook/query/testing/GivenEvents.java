package io.daybook.query.testing;

import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.Positions;
import io.daybook.kernel.Event;
import io.daybook.kernel.Samples;
import io.daybook.query.graphql.ProjectionProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/// Stores events that no command has made, as the history of a tenant.
public final class GivenEvents {
  private final EventStore store;
  private final Positions positions;
  private final ProjectionProgress progress;
  private final Map<String, Integer> sequences = new HashMap<>();
  private int stored;

  public GivenEvents(EventStore store, Positions positions, ProjectionProgress progress) {
    this.store = store;
    this.positions = positions;
    this.progress = progress;
  }

  /// Stores them and waits until the projections show them.
  public void given(String tenant, List<? extends Event> events) {
    store(tenant, events);
    long head = positions.head();
    await().atMost(Duration.ofSeconds(60)).until(() -> progress.covers(head));
  }

  /// Each is a moment later than the one before, as events of different streams are.
  public void store(String tenant, List<? extends Event> events) {
    List<GenericDomainEventMessage<?>> messages = new ArrayList<>();
    for (Event event : events) {
      String stream = tenant + "/" + event.source();
      messages.add(
          new GenericDomainEventMessage<>(
              event.source().getClass().getSimpleName(),
              stream,
              sequences.merge(stream, 1, Integer::sum) - 1,
              event,
              Map.of(
                  "tenantId", tenant,
                  "actorType", "staff",
                  "actorId", "usr_7",
                  "causationId", "command-1",
                  "correlationId", "request-1"),
              UUID.randomUUID().toString(),
              Samples.at(0).plusMillis(stored++)));
    }
    store.publish(messages);
  }
}
