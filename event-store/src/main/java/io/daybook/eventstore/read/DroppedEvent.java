package io.daybook.eventstore.read;

import java.time.Instant;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;

/// Stands for an event of which the upcasters leave nothing, where it is the last of a page: no handler wants it, but
/// the token of its reader comes as far as the event.
enum DroppedEvent {
  INSTANCE;

  static TrackedEventMessage<?> at(long position) {
    return new GenericTrackedEventMessage<>(
        new GlobalSequenceTrackingToken(position),
        new GenericEventMessage<>(
            "dropped-" + position, INSTANCE, MetaData.emptyInstance(), Instant.EPOCH));
  }
}
