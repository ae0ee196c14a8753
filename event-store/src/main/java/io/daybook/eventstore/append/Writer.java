package io.daybook.eventstore.append;

import io.daybook.eventstore.DuplicateEventId;
import io.daybook.eventstore.SeldomLog;
import io.daybook.eventstore.SqlStates;
import io.daybook.eventstore.StoreUnavailable;
import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.read.StreamCache;
import io.daybook.eventstore.read.Timeline;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.common.AxonException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread of this node that appends: group commit. The requests that arrive while it commits are
/// written together in its next transaction, so the busier the store is, the less each of them costs.
final class Writer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Writer.class);
  private static final long IDLE_MILLIS = 200;
  private static final long RETRY_MILLIS = 250;

  /// For so long after a refusal the store counts as unavailable, unless something is written before.
  private static final long REFUSAL_NANOS = Duration.ofSeconds(30).toNanos();

  private final UUID id = UUID.randomUUID();
  private final WriterConnection connection;
  private final WriterLimits limits;
  private final @Nullable MerkleLog merkleLog;
  private final RequestQueue queue;
  private final BooleanSupplier notifies;
  private final StreamCache cache;
  private final Timeline timeline;
  private final SeldomLog refusals = new SeldomLog();
  private final Consumer<CheckedBatch> publication;
  private final Thread thread;
  private long batches;
  private long lastPartition;
  private long writtenIn;
  private boolean databaseLost;
  private volatile @Nullable Refusal refusal;
  private volatile boolean closed;

  /// The last time that the database took nothing.
  private record Refusal(String why, long at) {}

  /// @param merkleLog in which every batch is sealed, if there is one
  /// @param notifies whether other nodes may listen for notifications
  /// @param cache learns within the transaction of each batch what other nodes have appended
  /// @param publication is called with each committed batch, in order, before its callers are answered
  Writer(
      DataSource database,
      WriterLimits limits,
      @Nullable MerkleLog merkleLog,
      BooleanSupplier notifies,
      StreamCache cache,
      Consumer<CheckedBatch> publication) {
    this.limits = limits;
    this.merkleLog = merkleLog;
    this.notifies = notifies;
    this.cache = cache;
    this.timeline = cache.timeline();
    this.connection = new WriterConnection(database, timeline, limits.timeout());
    this.queue = new RequestQueue(limits);
    this.publication = publication;
    this.thread = Thread.ofPlatform().daemon().name("event-writer").start(this::run);
  }

  /// Returns when the request is durable.
  ///
  /// @return the last position of its events, the head if it has none
  /// @throws StoreUnavailable if the store takes nothing at the moment, or does not answer in time
  long append(AppendRequest request) {
    if (closed) {
      throw new StoreUnavailable(
          "The event store is closed", StoreUnavailable.WriteOutcome.NOTHING_WRITTEN);
    }
    queue.add(request);
    try {
      return request.outcome().get(limits.timeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw timedOut(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw timedOut(request);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private StoreUnavailable timedOut(AppendRequest request) {
    return request.abandon()
        ? new StoreUnavailable(
            "The event store did not begin within " + limits.timeout(),
            StoreUnavailable.WriteOutcome.NOTHING_WRITTEN)
        : new StoreUnavailable(
            "The event store did not answer within " + limits.timeout(),
            StoreUnavailable.WriteOutcome.UNKNOWN);
  }

  private static StoreUnavailable unknown() {
    return new StoreUnavailable(
        "The event store was closed while its database was away",
        StoreUnavailable.WriteOutcome.UNKNOWN);
  }

  private static StoreUnavailable failed() {
    return new StoreUnavailable(
        "The event store failed while it wrote", StoreUnavailable.WriteOutcome.UNKNOWN);
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case AxonException known -> known;
      case SQLException refused when DuplicateIds.isViolatedBy(refused) ->
          new DuplicateEventId("An event with this id is in the store already", refused);
      case null, default -> new EventStoreException("The events could not be appended", cause);
    };
  }

  /// Why the database has taken nothing lately; empty if it has.
  Optional<String> problem() {
    @Nullable Refusal last = refusal;
    return last == null || System.nanoTime() - last.at() > REFUSAL_NANOS
        ? Optional.empty()
        : Optional.of("the database takes no events: " + last.why());
  }

  int waiting() {
    return queue.size();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(limits.timeout());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed || queue.size() > 0) {
        writeNext(queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS));
      }
    } catch (InterruptedException e) {
      log.debug("The writer was interrupted", e);
    } finally {
      closed = true;
      queue.refuseAll();
      connection.close();
    }
  }

  /// When one batch fails, the writer goes on with the next.
  private void writeNext(List<AppendRequest> batch) throws InterruptedException {
    try {
      if (!batch.isEmpty()) {
        write(batch);
      }
    } catch (RuntimeException | Error e) {
      batch.forEach(request -> request.outcome().completeExceptionally(failed()));
      connection.close();
      log.error("A batch of {} requests has failed, their outcome is unknown", batch.size(), e);
    }
  }

  /// When the database refuses a batch, its requests are written one by one, so that only the one that is at
  /// fault is refused.
  private void write(List<AppendRequest> batch) throws InterruptedException {
    CheckedBatch written;
    try {
      written = transact(batch);
    } catch (InterruptedException e) {
      batch.forEach(request -> request.outcome().completeExceptionally(unknown()));
      throw e;
    } catch (SQLException | RuntimeException e) {
      if (e instanceof SQLException now && SqlStates.isUnavailable(now)) {
        refuseForNow(batch, now);
      } else {
        refuse(batch, e);
      }
      return;
    }
    finish(written);
  }

  private void refuse(List<AppendRequest> batch, Exception why) throws InterruptedException {
    if (batch.size() == 1) {
      batch.getFirst().outcome().completeExceptionally(why);
      return;
    }
    log.debug("A batch of {} requests goes one by one", batch.size(), why);
    for (AppendRequest request : batch) {
      write(List.of(request));
    }
  }

  /// The database is read-only, say, or its disk is full. A new connection may reach another server.
  private void refuseForNow(List<AppendRequest> batch, SQLException why) {
    connection.close();
    refusal = new Refusal(String.valueOf(why.getMessage()), System.nanoTime());
    if (refusals.isDue()) {
      log.warn("The database takes no events, callers are told to come again", why);
    }
    StoreUnavailable unavailable =
        new StoreUnavailable(
            "The database takes no events: " + why.getMessage(),
            StoreUnavailable.WriteOutcome.NOTHING_WRITTEN);
    batch.forEach(request -> request.outcome().completeExceptionally(unavailable));
  }

  /// Tries until the batch is in the store or refused, for as long as the database is away. A batch that may
  /// be in the store is never given up, whatever keeps the writer from asking the database: it may have no
  /// free connection, or still hold the locks of the lost one.
  private CheckedBatch transact(List<AppendRequest> batch)
      throws SQLException, InterruptedException {
    BatchAttempts attempts =
        new BatchAttempts(new BatchId(id, ++batches), batch, merkleLog, notifies, cache);
    while (true) {
      try {
        Connection open = connection.get();
        writtenIn = timeline.changes();
        return attempts.run(open);
      } catch (SQLException | RuntimeException e) {
        if (!attempts.isInDoubt()
            && !(e instanceof SQLException refused && SqlStates.isConnectionLost(refused))) {
          connection.rollback();
          throw e;
        }
        waitFor(e);
      }
    }
  }

  private void finish(CheckedBatch batch) {
    if (databaseLost) {
      log.info("The event store has its database again");
      databaseLost = false;
    }
    if (refusal != null && !batch.accepted().isEmpty()) {
      log.info("The database takes events again");
      refusal = null;
      refusals.rest();
    }
    publish(batch);
    batch.complete();
    if (Partitions.isLastQuarter(batch.head())
        && lastPartition <= Partitions.number(batch.head())) {
      prepareNextPart(batch.head());
    }
  }

  /// What was written when a loss of events was noticed may be lost itself: readers get it from the database.
  private void publish(CheckedBatch batch) {
    if (!batch.events().isEmpty()) {
      timeline.advance(writtenIn, batch.head(), batch.events().getLast().id());
    }
    if (writtenIn == timeline.changes()) {
      publication.accept(batch);
    } else {
      lastPartition = 0; // it may be lost as well
    }
  }

  private void prepareNextPart(long head) {
    try {
      Partitions.prepare(connection.get(), head);
      lastPartition = Partitions.number(head) + 1;
    } catch (SQLException e) {
      log.warn("The next part of the event table cannot be made yet", e);
      connection.close();
    }
  }

  /// Throws when the writer is closed: the database may never come back.
  private void waitFor(Exception lost) throws InterruptedException {
    connection.close();
    if (closed) {
      throw new InterruptedException("closed while the database was away");
    }
    if (!databaseLost) {
      log.warn("The event store lost its database and tries again: {}", lost.getMessage());
      databaseLost = true;
    }
    TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
  }
}
