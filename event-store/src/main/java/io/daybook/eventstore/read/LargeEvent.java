package io.daybook.eventstore.read;

import java.lang.ref.SoftReference;
import java.util.Map;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/// An event with a [large][RowPayload#LARGE] payload, which is read again when it was dropped for want of memory: a
/// processor keeps all events of a transaction until it commits, and a thousand that wait.
public final class LargeEvent<T> extends GenericTrackedDomainEventMessage<T> {

  private static final long serialVersionUID = 1L;

  private final long size;

  private LargeEvent(
      TrackingToken token, DomainEventMessage<?> event, long size, Message<T> payload) {
    super(
        token,
        event.getType(),
        event.getAggregateIdentifier(),
        event.getSequenceNumber(),
        payload,
        event::getTimestamp);
    this.size = size;
  }

  /// @param event whose payload nobody has read
  /// @param payload reads it
  static <T, E extends TrackedEventMessage<T> & DomainEventMessage<T>> LargeEvent<T> of(
      E event, long size, Supplier<T> payload) {
    return new LargeEvent<>(
        event.trackingToken(), event, size, new Forgettable<>(event, event.getMetaData(), payload));
  }

  /// In bytes, as it is stored.
  public long size() {
    return size;
  }

  @Override
  public LargeEvent<T> withTrackingToken(TrackingToken token) {
    return new LargeEvent<>(token, this, size, getDelegate());
  }

  /// A message that holds its payload as long as there is memory for it.
  private static final class Forgettable<T> implements Message<T> {

    private static final long serialVersionUID = 1L;

    private final String identifier;
    private final Class<T> type;
    private final MetaData metaData;
    private final transient Supplier<T> source;
    private transient SoftReference<T> payload = new SoftReference<>(null);

    Forgettable(Message<T> shape, MetaData metaData, Supplier<T> source) {
      this.identifier = shape.getIdentifier();
      this.type = shape.getPayloadType();
      this.metaData = metaData;
      this.source = source;
    }

    @Override
    public String getIdentifier() {
      return identifier;
    }

    @Override
    public MetaData getMetaData() {
      return metaData;
    }

    @Override
    public synchronized T getPayload() {
      @Nullable T known = payload.get();
      if (known == null) {
        known = source.get();
        payload = new SoftReference<>(known);
      }
      return known;
    }

    @Override
    public Class<T> getPayloadType() {
      return type;
    }

    @Override
    public Message<T> withMetaData(Map<String, ?> other) {
      return new Forgettable<>(this, MetaData.from(other), source);
    }

    @Override
    public Message<T> andMetaData(Map<String, ?> more) {
      return new Forgettable<>(this, metaData.mergedWith(more), source);
    }
  }
}
