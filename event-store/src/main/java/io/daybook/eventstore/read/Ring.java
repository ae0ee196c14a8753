package io.daybook.eventstore.read;

import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/// The last events that this node appended, as the objects they were: whoever reads along with the
/// writer neither queries nor deserialises. Beside them what others have appended, once it was [read][News].
/// A slot holds the event that was put last, and says whose position that is.
final class Ring {

  private final AtomicReferenceArray<@Nullable TrackedEventMessage<?>> slots;
  private final int mask;

  /// @param size a power of two
  Ring(int size) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("Not a power of two: " + size);
    }
    this.slots = new AtomicReferenceArray<>(size);
    this.mask = size - 1;
  }

  void put(long behind, List<? extends EventMessage<?>> events) {
    long position = behind;
    for (EventMessage<?> event : events) {
      position++;
      slots.setRelease((int) position & mask, tracked(event, position));
    }
  }

  /// Nothing if it was overwritten, or never there.
  @Nullable TrackedEventMessage<?> get(long position) {
    @Nullable TrackedEventMessage<?> event = slots.getAcquire((int) position & mask);
    return event != null && event.trackingToken().position().orElse(0) == position ? event : null;
  }

  private static <T> TrackedEventMessage<T> tracked(EventMessage<T> event, long position) {
    GlobalSequenceTrackingToken token = new GlobalSequenceTrackingToken(position);
    if (event instanceof TrackedEventMessage<T> read) {
      return read;
    }
    return event instanceof DomainEventMessage<T> domain
        ? new GenericTrackedDomainEventMessage<>(token, domain)
        : new GenericTrackedEventMessage<>(token, event);
  }
}
