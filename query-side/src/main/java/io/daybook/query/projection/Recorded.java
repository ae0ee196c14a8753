package io.daybook.query.projection;

import io.daybook.eventstore.StreamName;
import io.daybook.kernel.Actor;
import io.daybook.kernel.EventCatalogue;
import io.daybook.kernel.Meta;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.ReplayToken;

/// What the store knows of an event beside its payload. Handlers take it as a parameter.
///
/// @param tenant whose stream it is: the stream's name says so, whatever else is there
/// @param actor who caused it, such as `staff:usr_7`
/// @param type the event's catalogue name, such as `order.OrderPlaced`
/// @param sequence its number in its stream, from 0
/// @param recordedAt when it was written down, which may be long after it happened
/// @param replayed whether this reader has been past it before: then nothing may leave the house
public record Recorded(
    String tenant,
    String actor,
    String eventId,
    String type,
    long sequence,
    Instant recordedAt,
    boolean replayed) {

  public static Recorded of(DomainEventMessage<?> message) {
    return new Recorded(
        StreamName.parse(message.getAggregateIdentifier()).tenant(),
        actorOf(message),
        message.getIdentifier(),
        typeOf(message.getPayloadType()),
        message.getSequenceNumber(),
        message.getTimestamp(),
        ReplayToken.isReplay(message));
  }

  private static String typeOf(Class<?> event) {
    return EventCatalogue.Entry.of(event).name();
  }

  private static String actorOf(DomainEventMessage<?> message) {
    Object type = message.getMetaData().get(Meta.ACTOR_TYPE);
    Object id = message.getMetaData().get(Meta.ACTOR_ID);
    return type == null ? Actor.ANONYMOUS.toString() : type + ":" + Objects.toString(id, "");
  }
}
