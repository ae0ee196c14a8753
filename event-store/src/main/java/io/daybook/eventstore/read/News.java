package io.daybook.eventstore.read;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.TrackedEventMessage;

/// What other nodes have appended a moment ago, read once for all streams of this node: they are all
/// called at the same time, and want the same. From then on it is in memory, like this node's own.
final class News {

  /// So few events are read for all, whatever the one that asks first leaves out.
  static final int MOST = 256;

  /// Then it is quicker, or fails sooner, without the others.
  private static final long PATIENCE_MILLIS = 500;

  /// All events after a position, up to and with another.
  @FunctionalInterface
  interface Source {
    List<? extends TrackedEventMessage<?>> between(long position, long end);
  }

  private final Tail tail;
  private final Source source;
  private final ReentrantLock reading = new ReentrantLock();

  News(Tail tail, Source source) {
    this.tail = tail;
    this.source = source;
  }

  /// Nothing, if it has come to memory meanwhile.
  Page after(long position, long end) {
    boolean alone = !isMyTurn();
    try {
      return alone || tail.recent(position + 1) == null
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
      return reading.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Page read(long position, long end) {
    List<? extends TrackedEventMessage<?>> events = source.between(position, end);
    if (isOneForEach(events, position, end)) {
      tail.read(position, events);
    }
    return new Page(events.iterator(), end);
  }

  /// An upcaster may make none or several of one, for which memory has no place.
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
