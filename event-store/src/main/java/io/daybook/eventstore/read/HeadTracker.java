package io.daybook.eventstore.read;

import java.time.Duration;
import java.util.List;
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
/// store, and stays.
public final class HeadTracker implements AutoCloseable {

  private final RingBuffer buffer;
  private final AtomicLong head = new AtomicLong();
  private final WakeUp wakeUp = new WakeUp();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final HeadWatch watch;

  /// @param bufferSize how many of the last events are kept in memory, a power of two
  /// @param bufferBytes how much of them, by what is stored
  /// @param poll how often the head is read, in case another node did not notify this one
  public HeadTracker(DataSource database, int bufferSize, long bufferBytes, Duration poll) {
    this.buffer = new RingBuffer(bufferSize, bufferBytes);
    this.watch = new HeadWatch(database, poll, this);
  }

  /// Adds events that this node has committed.
  ///
  /// @param sizes of the events, as they are stored
  public void committed(long behind, List<? extends EventMessage<?>> events, long[] sizes) {
    buffer.put(behind, events, sizes);
    reached(behind + events.size());
  }

  /// Adds events that other nodes have committed and this one has read.
  void read(long behind, List<? extends EventMessage<?>> events, long[] sizes) {
    buffer.put(behind, events, sizes);
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
      while (head.get() <= position && nanos > 0) {
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
  void start() {
    watch.start();
  }

  @Override
  public void close() {
    wakeUp.close();
    watch.close();
  }
}
