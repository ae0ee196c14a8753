package io.daybook.eventstore.read;

import io.daybook.eventstore.Failures;
import io.daybook.eventstore.UnreadableEvent;
import io.daybook.eventstore.format.UnreadableMessage;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns rows into messages for processors. One event that cannot be read does not keep the others from them: it
/// comes as a message that says so when it is asked for its payload, so that each processor parks it. The payload of a
/// large one may be forgotten and read again.
record TrackedMessages(Serializer serializer, EventUpcaster upcasters) {

  private static final Logger log = LoggerFactory.getLogger(TrackedMessages.class);

  List<TrackedEventMessage<?>> of(List<EventRow> rows) {
    try {
      return read(rows);
    } catch (RuntimeException | Error e) {
      log.debug("{} events are read one by one", rows.size(), unlessTransient(e));
      return oneByOne(rows);
    }
  }

  /// Metadata is read at once, since whatever stands around a handler wants it.
  private List<TrackedEventMessage<?>> read(List<EventRow> rows) {
    List<TrackedEventMessage<?>> read = new ArrayList<>(rows.size());
    EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), serializer, upcasters)
        .forEach(
            message -> {
              message.getMetaData();
              read.add(message);
            });
    return read.size() == rows.size() && rows.stream().anyMatch(EventRow::isLarge)
        ? forgettable(read, rows)
        : read;
  }

  private List<TrackedEventMessage<?>> forgettable(
      List<TrackedEventMessage<?>> read, List<EventRow> rows) {
    List<TrackedEventMessage<?>> forgettable = new ArrayList<>(read.size());
    for (int i = 0; i < read.size(); i++) {
      forgettable.add(rows.get(i).isLarge() ? forgettable(read.get(i), rows.get(i)) : read.get(i));
    }
    return forgettable;
  }

  /// Only if it is stored as events of its class are written today, so that no upcaster changes it.
  private <T> TrackedEventMessage<T> forgettable(TrackedEventMessage<T> message, EventRow row) {
    SerializedObject<byte[]> stored = row.getPayload();
    return message instanceof GenericTrackedDomainEventMessage<T> domain
            && currentType(domain.getPayloadType()).equals(stored.getType())
        ? LargeEvent.of(domain, row.size(), () -> serializer.<byte[], T>deserialize(stored))
        : message;
  }

  /// As events of the class are stored today.
  SerializedType currentType(Class<?> type) {
    SerializedType form = serializer.typeForClass(type);
    return new SimpleSerializedType(form.getName(), form.getRevision());
  }

  private List<TrackedEventMessage<?>> oneByOne(List<EventRow> rows) {
    List<TrackedEventMessage<?>> read = new ArrayList<>(rows.size());
    for (EventRow row : rows) {
      try {
        read.addAll(read(List.of(row)));
      } catch (RuntimeException | Error e) {
        Exception why = unlessTransient(e);
        log.debug("The event at {} cannot be read", row.position(), why);
        read.add(unreadable(row, why));
      }
    }
    return read;
  }

  /// A database that is away says nothing of an event.
  private static Exception unlessTransient(Throwable failure) {
    if (Failures.isTransient(failure) && failure instanceof RuntimeException passing) {
      throw passing;
    }
    return Failures.asException(failure);
  }

  private TrackedEventMessage<?> unreadable(EventRow row, Exception why) {
    return new GenericTrackedDomainEventMessage<>(
        row.trackingToken(),
        row.getType(),
        row.stream(),
        row.sequence(),
        new UnreadableMessage(
            row.getEventIdentifier(),
            new UnreadableMessage.Stored(row.getPayload(), row.getMetaData()),
            payloadType(row),
            metadata(row),
            why),
        row::getTimestamp);
  }

  private Class<?> payloadType(EventRow row) {
    try {
      return serializer.classForType(row.getPayload().getType());
    } catch (RuntimeException | LinkageError e) {
      log.debug("No class for the event at {}", row.position(), e);
      return UnreadableEvent.class;
    }
  }

  private MetaData metadata(EventRow row) {
    try {
      return serializer.deserialize(row.getMetaData());
    } catch (RuntimeException e) {
      log.debug("No metadata of the event at {}", row.position(), e);
      return MetaData.emptyInstance();
    }
  }
}
