package com.example.lamp;

import io.daybook.eventstore.EventTypes;
import io.daybook.eventstore.search.EventLabels;
import java.util.Map;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/// Any Axon application: a catalogue, aggregates, handlers, and nothing said of the event store.
@SpringBootApplication
public class LampApplication {

  /// The type of events that are of no interest to anyone any more.
  public static final String DROPPED = "lamp.LampForgotten";

  @Bean
  EventTypes lampTypes() {
    return new LampTypes();
  }

  @Bean
  EventLabels lampLabels() {
    return (id, metadata) -> Map.of("request", metadata.getOrDefault("traceId", id));
  }

  @Bean
  EventUpcaster litBrightness() {
    return new LitBrightness();
  }

  @Bean
  EventUpcaster forgottenLamps() {
    return events -> events.filter(event -> !event.getType().getName().equals(DROPPED));
  }

  @Bean
  SnapshotTriggerDefinition everyFifth(Snapshotter snapshotter) {
    return new EventCountSnapshotTriggerDefinition(snapshotter, 5);
  }
}
