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

/// How far the store has come, as this node knows it, and who waits for it to go on.
///
/// Positions have no gaps and are committed in their order: what lies at or before the head is there,
/// for good.
public final class Tail implements AutoCloseable {

  private final Ring ring;
  private final AtomicLong head = new AtomicLong();
  private final Bell bell = new Bell();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private final HeadWatch watch;

  /// @param ringSize how many of this node's last events are kept in memory, a power of two
  /// @param poll how often the head is looked at, should no other node have told of it
  public Tail(DataSource database, int ringSize, Duration poll) {
    this.ring = new Ring(ringSize);
    this.watch = new HeadWatch(database, poll, this);
  }

  /// This node has committed these events.
  public void committed(long behind, List<? extends EventMessage<?>> events) {
    ring.put(behind, events);
    reached(behind + events.size());
  }

  /// This node has read these events, which others have committed.
  void read(long behind, List<? extends EventMessage<?>> events) {
    ring.put(behind, events);
  }

  /// The last committed position that this node knows of.
  public long head() {
    return head.get();
  }

  /// Whether other nodes are to be told of what this one appends: when one listens, and as long as nobody
  /// can say that none does.
  public boolean isHeardElsewhere() {
    return watch.isHeardElsewhere();
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
    bell.ring();
  }

  @Nullable TrackedEventMessage<?> recent(long position) {
    return ring.get(position);
  }

  /// Whether there is something after the position before the time is over.
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
    bell.add(reader);
  }

  void remove(@Nullable Runnable reader) {
    if (reader != null) {
      bell.remove(reader);
    }
  }

  /// Begins to look for other nodes' events.
  void start() {
    watch.start();
  }

  @Override
  public void close() {
    bell.close();
    watch.close();
  }
}
