package io.daybook.eventstore.append;

import io.daybook.eventstore.AppendTooLarge;
import io.daybook.eventstore.StoreUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The requests that wait for the writer. It is bounded in number and bytes: when the database is slow or away,
/// callers are refused instead of filling the memory.
final class RequestQueue {

  private final LinkedTransferQueue<AppendRequest> requests = new LinkedTransferQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();
  private final WriterLimits limits;
  private @Nullable AppendRequest next;

  RequestQueue(WriterLimits limits) {
    this.limits = limits;
  }

  void add(AppendRequest request) {
    if (request.size() > limits.appendBytes()) {
      throw new AppendTooLarge(request.size(), limits.appendBytes());
    }
    int requestsNow = waiting.incrementAndGet();
    long bytesNow = bytes.addAndGet(request.size());
    if (requestsNow > limits.waitingRequests()
        || bytesNow - request.size() > limits.waitingBytes()) {
      left(request);
      throw new StoreUnavailable(
          "The event store has %,d requests of %,d bytes waiting and takes no more for now"
              .formatted(requestsNow - 1, bytesNow - request.size()),
          StoreUnavailable.WriteOutcome.NOTHING_WRITTEN);
    }
    requests.add(request);
  }

  int size() {
    return waiting.get();
  }

  /// The next batch: what waits now, without waiting for more. Empty when nothing came within the time.
  List<AppendRequest> poll(long timeout, TimeUnit unit) throws InterruptedException {
    List<AppendRequest> batch = new ArrayList<>();
    long size = 0;
    @Nullable AppendRequest request = next == null ? requests.poll(timeout, unit) : next;
    next = null;
    while (request != null) {
      if (!batch.isEmpty() && size + request.size() > limits.batchBytes()) {
        next = request; // it begins the next batch
        break;
      }
      left(request);
      if (request.take()) {
        batch.add(request);
        size += request.size();
      }
      request = batch.size() < limits.batchRequests() ? requests.poll() : null;
    }
    return batch;
  }

  /// Called when the writer has ended.
  void refuseAll() {
    requests.forEach(
        request ->
            request
                .outcome()
                .completeExceptionally(
                    new StoreUnavailable(
                        "The event store is closed",
                        StoreUnavailable.WriteOutcome.NOTHING_WRITTEN)));
  }

  private void left(AppendRequest request) {
    waiting.decrementAndGet();
    bytes.addAndGet(-request.size());
  }
}
