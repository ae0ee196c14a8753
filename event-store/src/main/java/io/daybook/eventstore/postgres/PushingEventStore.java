package io.daybook.eventstore.postgres;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;

/// Axon's embedded store leaves a caught-up processor asleep for half a second; this one calls it as
/// soon as an event can be read.
public final class PushingEventStore extends EmbeddedEventStore {

  private final Wakeups wakeups;

  public PushingEventStore(Builder builder) {
    super(builder);
    this.wakeups = new Wakeups(() -> super.openStream(createHeadToken()));
  }

  @Override
  public TrackingEventStream openStream(TrackingToken trackingToken) {
    return new PushedStream(super.openStream(trackingToken), wakeups);
  }

  @Override
  public void shutDown() {
    wakeups.close();
    super.shutDown();
  }
}
