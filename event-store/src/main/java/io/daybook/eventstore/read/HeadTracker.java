package io.daybook.eventstore.read;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/// The head of the store as this node knows it, its last events in memory, and the readers that wait for more.
///
/// Positions have no gaps and are committed in their order: every event at or before the head is in the
/// store, and stays, unless the database itself loses it: then the [Timeline] has this begin anew.
public final class HeadTracker implements AutoCloseable, Timeline.Follower {

  private final RingBuffer buffer;
  private final AtomicLong head = new AtomicLong();
  private final WakeUp wakeUp = new WakeUp();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final Timeline timeline;
  private final HeadWatch watch;

  /// @param bufferSize how many of the last events are kept in memory, a power of two
  /// @param bufferBytes how much of them, by what is stored
  /// @param poll how often the head is read, in case another node did not notify this one
  public HeadTracker(DataSource database, int bufferSize, long bufferBytes, Duration poll) {
    this(database, bufferSize, bufferBytes, poll, new Timeline());
  }

  /// @param timeline that all parts of this node share
  public HeadTracker(
      DataSource database, int bufferSize, long bufferBytes, Duration poll, Timeline timeline) {
    this.buffer = new RingBuffer(bufferSize, bufferBytes);
    this.timeline = timeline;
    this.watch = new HeadWatch(database, poll, this, timeline);
    timeline.track(this);
    timeline.add(this);
  }

  /// Adds events that this node has committed.
  ///
  /// @param sizes of the events, as they are stored
  public void committed(long behind, List<? extends EventMessage<?>> events, long[] sizes) {
    buffer.put(behind, events, sizes);
    reached(behind + events.size());
  }

  /// Adds events that other nodes have committed and this one has read.
  ///
  /// @param sizes of the events, as they are stored
  /// @param changes of the [Timeline] before they were read
  void read(long behind, List<? extends EventMessage<?>> events, long[] sizes, long changes) {
    if (changes == timeline.changes() && !events.isEmpty()) {
      buffer.put(behind, events, sizes);
      timeline.advance(
          changes, behind + events.size(), UUID.fromString(events.getLast().getIdentifier()));
    }
  }

  /// Drops the events that were lost, and wakes the readers, so that they notice.
  @Override
  public void restart(long position) {
    buffer.clear();
    head.set(position);
    watch.start();
    wakeReaders();
  }

  Timeline timeline() {
    return timeline;
  }

  @Nullable UUID recentId(long position) {
    @Nullable TrackedEventMessage<?> event = buffer.get(position);
    return event == null ? null : UUID.fromString(event.getIdentifier());
  }

  /// What the last looks at the store were like.
  public HeadWatch watch() {
    return watch;
  }

  /// The last committed position that this node knows of.
  public long head() {
    return head.get();
  }

  /// How much of what is stored is kept in memory as the last events.
  public long recentBytes() {
    return buffer.bytes();
  }

  /// Whether other nodes are to be notified of what this one appends: one of them listens, or it is not known
  /// yet whether one does.
  public boolean hasRemoteListener() {
    return watch.hasRemoteListener();
  }

  void reached(long position) {
    if (head.getAndAccumulate(position, Math::max) >= position) {
      return;
    }
    wakeReaders();
  }

  private void wakeReaders() {
    lock.lock();
    try {
      moved.signalAll();
    } finally {
      lock.unlock();
    }
    wakeUp.signal();
  }

  @Nullable TrackedEventMessage<?> recent(long position) {
    return buffer.get(position);
  }

  /// Waits for an event after the position; false if the time is over before there is one.
  boolean awaitBeyond(long position, long timeout, TimeUnit unit) throws InterruptedException {
    watch.start();
    long nanos = unit.toNanos(timeout);
    lock.lock();
    try {
      long changes = timeline.changes();
      while (head.get() <= position && nanos > 0 && changes == timeline.changes()) {
        nanos = moved.awaitNanos(nanos);
      }
      return head.get() > position;
    } finally {
      lock.unlock();
    }
  }

  void add(Runnable reader) {
    watch.start();
    wakeUp.add(reader);
  }

  void remove(@Nullable Runnable reader) {
    if (reader != null) {
      wakeUp.remove(reader);
    }
  }

  /// Begins to watch for events of other nodes.
  public void start() {
    watch.start();
  }

  @Override
  public void close() {
    wakeUp.close();
    watch.close();
  }
}
