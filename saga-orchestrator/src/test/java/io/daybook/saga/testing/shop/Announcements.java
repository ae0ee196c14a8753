package io.daybook.saga.testing.shop;

import io.daybook.kernel.Event;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.gateway.EventGateway;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/// Stores events with the metadata of what caused them.
@Component
public class Announcements {
  private final EventGateway events;

  Announcements(EventGateway events) {
    this.events = events;
  }

  public void publish(Event event, MetaData metadata) {
    events.publish(new GenericEventMessage<>(event, metadata));
  }
}
