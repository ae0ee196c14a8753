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
///
/// It is bounded in number and in bytes: when there are too many, the oldest go. A [large][RowPayload#LARGE] event
/// never comes in; its readers get it from the database.
final class RingBuffer {

  private final AtomicReferenceArray<@Nullable TrackedEventMessage<?>> slots;
  private final int[] sizes;
  private final int mask;
  private final long limit;
  private long bytes;
  private long oldest = 1;
  private long newest;

  /// @param size a power of two
  /// @param limit in bytes of what is stored
  RingBuffer(int size, long limit) {
    if (Integer.bitCount(size) != 1) {
      throw new IllegalArgumentException("Not a power of two: " + size);
    }
    this.slots = new AtomicReferenceArray<>(size);
    this.sizes = new int[size];
    this.mask = size - 1;
    this.limit = limit;
  }

  /// @param sizes of the events, as they are stored
  synchronized void put(long behind, List<? extends EventMessage<?>> events, long[] sizes) {
    long position = behind;
    for (int i = 0; i < sizes.length; i++) {
      position++;
      if (position >= oldest) {
        put(position, events.get(i), sizes[i]);
      }
    }
    newest = Math.max(newest, position);
    dropOldest();
  }

  private void put(long position, EventMessage<?> event, long size) {
    boolean large = size > RowPayload.LARGE;
    set((int) position & mask, large ? null : tracked(event, position), large ? 0 : (int) size);
  }

  private void dropOldest() {
    oldest = Math.max(oldest, newest - slots.length() + 1);
    while (bytes > limit && oldest <= newest) {
      set((int) oldest & mask, null, 0);
      oldest++;
    }
  }

  private void set(int slot, @Nullable TrackedEventMessage<?> event, int size) {
    bytes += size - sizes[slot];
    sizes[slot] = size;
    slots.setRelease(slot, event);
  }

  /// How much of what is stored is here.
  synchronized long bytes() {
    return bytes;
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
