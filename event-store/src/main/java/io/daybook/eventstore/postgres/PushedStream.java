package io.daybook.eventstore.postgres;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/// A stream whose reader is called when there is something to read.
final class PushedStream implements TrackingEventStream {

  private final TrackingEventStream stream;
  private final Wakeups wakeups;
  private @Nullable Runnable reader;

  PushedStream(TrackingEventStream stream, Wakeups wakeups) {
    this.stream = stream;
    this.wakeups = wakeups;
  }

  @Override
  public boolean setOnAvailableCallback(Runnable callback) {
    wakeups.remove(reader);
    reader = callback;
    wakeups.add(callback);
    return true;
  }

  @Override
  public Optional<TrackedEventMessage<?>> peek() {
    return stream.peek();
  }

  @Override
  public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
    return stream.hasNextAvailable(timeout, unit);
  }

  @Override
  public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
    return stream.nextAvailable();
  }

  @Override
  public void close() {
    wakeups.remove(reader);
    stream.close();
  }
}
