package io.daybook.eventstore.append;

import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.read.StreamCache;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
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

/// The one thread of this node that appends. While it commits, requests gather for its next batch: the
/// busier the store is, the less each of them costs.
final class Writer implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Writer.class);
  private static final long IDLE_MILLIS = 200;
  private static final long RETRY_MILLIS = 250;

  private final UUID id = UUID.randomUUID();
  private final DataSource database;
  private final WriterLimits limits;
  private final @Nullable MerkleLog merkleLog;
  private final RequestQueue queue;
  private final BooleanSupplier heard;
  private final StreamCache memory;
  private final Consumer<JudgedBatch> publication;
  private final Thread thread;
  private @Nullable Connection connection;
  private long batches;
  private long lastPart;
  private boolean away;
  private volatile boolean closed;

  /// @param merkleLog in which every batch is sealed, if there is one
  /// @param heard whether there may be other nodes that want to be told
  /// @param memory that is told, within the transaction of a batch, how far the store has come
  /// @param publication is told of every batch that was committed, in order, before its callers are
  Writer(
      DataSource database,
      WriterLimits limits,
      @Nullable MerkleLog merkleLog,
      BooleanSupplier heard,
      StreamCache memory,
      Consumer<JudgedBatch> publication) {
    this.database = database;
    this.limits = limits;
    this.merkleLog = merkleLog;
    this.heard = heard;
    this.memory = memory;
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
          "The event store is closed", StoreUnavailable.Outcome.NOTHING_WRITTEN);
    }
    queue.add(request);
    try {
      return request.outcome().get(limits.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw late(request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw late(request);
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    }
  }

  private StoreUnavailable late(AppendRequest request) {
    return request.abandon()
        ? new StoreUnavailable(
            "The event store did not begin within " + limits.patience(),
            StoreUnavailable.Outcome.NOTHING_WRITTEN)
        : new StoreUnavailable(
            "The event store did not answer within " + limits.patience(),
            StoreUnavailable.Outcome.UNKNOWN);
  }

  private static StoreUnavailable unknown() {
    return new StoreUnavailable(
        "The event store was closed while its database was away", StoreUnavailable.Outcome.UNKNOWN);
  }

  private static StoreUnavailable failed() {
    return new StoreUnavailable(
        "The event store failed while it wrote", StoreUnavailable.Outcome.UNKNOWN);
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    return switch (cause) {
      case AxonException known -> known;
      case null, default -> new EventStoreException("The events could not be appended", cause);
    };
  }

  /// Requests that wait at this moment.
  int waiting() {
    return queue.size();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(limits.patience());
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
      disconnect();
    }
  }

  /// Whatever happens to one batch, those after it are written.
  private void writeNext(List<AppendRequest> batch) throws InterruptedException {
    try {
      if (!batch.isEmpty()) {
        write(batch);
      }
    } catch (RuntimeException | Error e) {
      batch.forEach(request -> request.outcome().completeExceptionally(failed()));
      disconnect();
      log.error("A batch of {} requests has failed, their outcome is unknown", batch.size(), e);
    }
  }

  /// A batch that the database refuses as a whole is written request by request, so that only the one
  /// that it refuses fails.
  private void write(List<AppendRequest> batch) throws InterruptedException {
    JudgedBatch written;
    try {
      written = transact(batch);
    } catch (InterruptedException e) {
      batch.forEach(request -> request.outcome().completeExceptionally(unknown()));
      throw e;
    } catch (SQLException | RuntimeException e) {
      refuse(batch, e);
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

  /// Until it is in the store or refused; as long as there is no database that is neither. A batch that
  /// may be in the store is not given up, whatever keeps the writer from asking: a server that has no
  /// room for its connection, or that still holds the old one's locks.
  private JudgedBatch transact(List<AppendRequest> batch)
      throws SQLException, InterruptedException {
    BatchAttempts attempts =
        new BatchAttempts(new Mark(id, ++batches), batch, merkleLog, heard, memory);
    while (true) {
      try {
        return attempts.run(connected());
      } catch (SQLException | RuntimeException e) {
        if (!attempts.isInDoubt() && !(e instanceof SQLException refused && Loss.is(refused))) {
          rollback();
          throw e;
        }
        waitFor(e);
      }
    }
  }

  private void finish(JudgedBatch batch) {
    if (away) {
      log.info("The event store has its database again");
      away = false;
    }
    publication.accept(batch);
    batch.tell();
    if (Parts.isLastQuarter(batch.head()) && lastPart <= Parts.number(batch.head())) {
      prepareNextPart(batch.head());
    }
  }

  private void prepareNextPart(long head) {
    try {
      Parts.prepare(connected(), head);
      lastPart = Parts.number(head) + 1;
    } catch (SQLException e) {
      log.warn("The next part of the event table cannot be made yet", e);
      disconnect();
    }
  }

  private Connection connected() throws SQLException {
    if (connection == null) {
      Connection fresh = database.getConnection();
      fresh.setAutoCommit(false);
      connection = fresh;
    }
    return connection;
  }

  private void rollback() {
    try {
      if (connection != null) {
        connection.rollback();
      }
    } catch (SQLException e) {
      log.debug("The connection is gone together with its transaction", e);
      disconnect();
    }
  }

  private void disconnect() {
    try {
      if (connection != null) {
        connection.close();
      }
    } catch (SQLException e) {
      log.debug("A lost connection cannot be closed", e);
    } finally {
      connection = null;
    }
  }

  /// A closed writer does not wait for a database that may never come back.
  private void waitFor(Exception lost) throws InterruptedException {
    disconnect();
    if (closed) {
      throw new InterruptedException("closed while the database was away");
    }
    if (!away) {
      log.warn("The event store lost its database and tries again: {}", lost.getMessage());
      away = true;
    }
    TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
  }
}
