package io.daybook.eventstore.read;

import io.daybook.eventstore.UnreadableEvent;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/// All events after a position, in order: from the ring buffer where it has them, else from the database. The
/// reader is called back when there are more.
final class PositionStream implements TrackingEventStream {

  /// A query looks through so many events at most. So a reader that wants few of them makes progress, and can
  /// extend its claim between two queries.
  private static final int MOST_LOOKED_THROUGH = 50_000;

  private final HeadTracker headTracker;
  private final Pages pages;
  private final Set<Class<?>> unwanted = new HashSet<>();
  private Page page = Page.NONE;
  private long position;
  private @Nullable TrackedEventMessage<?> next;
  private @Nullable Runnable reader;
  private final long changes;

  PositionStream(long position, HeadTracker headTracker, Pages pages) {
    this.position = position;
    this.headTracker = headTracker;
    this.pages = pages;
    this.changes = headTracker.timeline().changes();
    headTracker.start();
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return advance() ? Optional.ofNullable(next) : Optional.empty();
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    long deadline = System.nanoTime() + unit.toNanos(timeout);
    while (!advance()) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || !headTracker.awaitBeyond(position, left, TimeUnit.NANOSECONDS)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    while (!advance()) {
      headTracker.awaitBeyond(position, 1, TimeUnit.SECONDS);
    }
    TrackedEventMessage<?> event = Objects.requireNonNull(next);
    next = null;
    return event;
  }

  /// Whether [#next] holds an event.
  ///
  /// @throws org.axonframework.eventsourcing.eventstore.EventStoreException if events were lost since the stream
  ///     was opened: it may have handed out some of them, and is to be opened anew
  private boolean advance() {
    headTracker.timeline().requireSame(changes);
    while (next == null) {
      @Nullable TrackedEventMessage<?> candidate = following();
      if (candidate == null) {
        return false;
      }
      if (isWanted(candidate)) {
        next = candidate;
      }
    }
    return true;
  }

  private @Nullable TrackedEventMessage<?> following() {
    while (!page.events().hasNext()) {
      position = Math.max(position, page.last());
      page = Page.NONE;
      @Nullable TrackedEventMessage<?> recent = headTracker.recent(position + 1);
      if (recent != null) {
        position++;
        return recent;
      }
      long head = headTracker.head();
      if (position >= head) {
        return null;
      }
      page = pages.after(position, Math.min(head, position + MOST_LOOKED_THROUGH), unwanted);
    }
    return page.events().next();
  }

  /// The last event is handed out in any case, so that the token of a reader that wants no event moves on.
  private boolean isWanted(TrackedEventMessage<?> event) {
    return unwanted.isEmpty()
        || !unwanted.contains(event.getPayloadType())
        || event.trackingToken().position().orElse(0) >= headTracker.head();
  }

  /// What cannot be read is never skipped for its type: another one may be wanted.
  @Override
  public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> event) {
    Class<?> type = event.getPayloadType();
    if (type != UnreadableEvent.class && type != DroppedEvent.class) {
      unwanted.add(type);
    }
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    headTracker.remove(reader);
    reader = callback;
    headTracker.add(callback);
    return true;
  }

  @Override
  public void close() {
    headTracker.remove(reader);
  }
}
