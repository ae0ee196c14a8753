package io.daybook.eventstore.read;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;

/// Reads the events that other nodes have appended a moment ago, once for all readers of this node, which are
/// woken at the same time and want the same events. From then on they are in the ring buffer, like this node's
/// own.
final class RemoteEvents {

  /// Up to so many events are read for all readers, including types that the first one does not want.
  static final int MOST = 256;

  /// After that a reader queries for itself.
  private static final long TIMEOUT_MILLIS = 500;

  /// All events after a position, up to and with another.
  @FunctionalInterface
  interface Source {
    Found between(long position, long end);
  }

  /// @param sizes of the rows, of each of which upcasters may have made none or several events
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Found(List<? extends TrackedEventMessage<?>> events, long[] sizes) {}

  private final HeadTracker headTracker;
  private final Source source;
  private final ReentrantLock reading = new ReentrantLock();

  RemoteEvents(HeadTracker headTracker, Source source) {
    this.headTracker = headTracker;
    this.source = source;
  }

  /// An empty page if the events have come into the ring buffer meanwhile.
  Page after(long position, long end) {
    boolean alone = !isMyTurn();
    try {
      return alone || headTracker.recent(position + 1) == null
          ? read(position, end)
          : new Page(Collections.emptyIterator(), position);
    } finally {
      if (!alone) {
        reading.unlock();
      }
    }
  }

  private boolean isMyTurn() {
    try {
      return reading.tryLock(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Page read(long position, long end) {
    long changes = headTracker.timeline().changes();
    Found found = source.between(position, end);
    if (isOneForEach(found.events(), position, end)) {
      headTracker.read(position, found.events(), found.sizes(), changes);
    }
    return Page.of(found.events(), end);
  }

  /// An upcaster may make none or several of one event; the ring buffer has one slot for each position.
  private static boolean isOneForEach(
      List<? extends TrackedEventMessage<?>> events, long behind, long end) {
    long position = behind;
    for (TrackedEventMessage<?> event : events) {
      position++;
      if (event.trackingToken().position().orElse(0) != position) {
        return false;
      }
    }
    return position == end;
  }
}
