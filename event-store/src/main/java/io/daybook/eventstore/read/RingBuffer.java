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

/// A ring buffer of the last events as objects: those that this node has appended, and those of other nodes once
/// they were [read][RemoteEvents]. A reader that keeps up with the writer neither queries nor deserialises.
/// The event in a slot carries its position, so a slot that was overwritten is recognised.
final class RingBuffer {

  private final AtomicReferenceArray<@Nullable TrackedEventMessage<?>> slots;
  private final int mask;

  /// @param size a power of two
  RingBuffer(int size) {
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

  /// Null if it was overwritten, or was never here.
  @Nullable TrackedEventMessage<?> get(long position) {
    @Nullable TrackedEventMessage<?> event = slots.getAcquire((int) position & mask);
    return event != null && event.trackingToken().position().orElse(0) == position ? event : null;
  }

  void clear() {
    for (int slot = 0; slot < slots.length(); slot++) {
      slots.setRelease(slot, null);
    }
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
