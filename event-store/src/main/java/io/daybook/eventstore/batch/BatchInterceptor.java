package io.daybook.eventstore.batch;

import io.daybook.eventstore.Failures;
import io.daybook.eventstore.read.LargeEvent;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a processor write the [Batch] once for all events of a transaction, after the last one, and before that
/// whenever its large events amount to 8 MB: their rows would fill the memory.
///
/// When that fails, or a handler leaves the transaction aborted, the events are handled once more, one by one, so that
/// only the event at fault fails: it goes to the dead letters, and the others are written.
public final class BatchInterceptor implements MessageHandlerInterceptor<EventMessage<?>> {
  private static final Logger log = LoggerFactory.getLogger(BatchInterceptor.class);

  /// Handles an event of a unit of work a second time.
  @FunctionalInterface
  public interface Redelivery {
    void handle(EventMessage<?> event, UnitOfWork<?> unit) throws Exception;
  }

  private final DataSource database;
  private final String schema;
  private final Redelivery redelivery;
  private final BackOff backOff;

  /// @param schema in which the processor's projections write
  public BatchInterceptor(DataSource database, String schema, Redelivery redelivery) {
    this(database, schema, redelivery, new BackOff());
  }

  /// @param backOff learns how long the transactions take
  public BatchInterceptor(
      DataSource database, String schema, Redelivery redelivery, BackOff backOff) {
    this.database = database;
    this.schema = schema;
    this.redelivery = redelivery;
    this.backOff = backOff;
  }

  @Override
  public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
      throws Exception {
    if (!(unit instanceof BatchingUnitOfWork<? extends EventMessage<?>> events)) {
      return chain.proceed();
    }
    Batch batch = Batch.of(unit, database, schema, true);
    try {
      Object result = proceed(batch, events, chain);
      if (events.getMessage() instanceof LargeEvent<?> large && batch.grow(large.size())) {
        write(batch, events);
      }
      if (events.isLastMessage()) {
        int count = events.getMessages().size();
        batch.whenWritten(events, nanos -> backOff.record(nanos, count));
        write(batch, events);
      }
      return result;
    } catch (Error e) {
      throw Failures.asException(e);
    }
  }

  private @Nullable Object proceed(
      Batch batch, BatchingUnitOfWork<? extends EventMessage<?>> events, InterceptorChain chain)
      throws Exception {
    try {
      return chain.proceed();
    } catch (TransactionAborted aborted) {
      if (!batch.isCollecting()) {
        throw aborted;
      }
      log.info("{} events go one by one: {}", events.getMessages().size(), aborted.getMessage());
      oneByOne(batch, events);
      return null;
    }
  }

  /// What comes out of an event itself, such as a value that the driver cannot send, is its fault like a refusal by
  /// PostgreSQL.
  private void write(Batch batch, BatchingUnitOfWork<? extends EventMessage<?>> events)
      throws Exception {
    try {
      batch.write();
    } catch (Exception | Error e) {
      Exception failure = Failures.asException(e);
      if (Failures.isTransient(failure)) {
        throw failure;
      }
      log.info("{} events go one by one: {}", events.getMessages().size(), failure.getMessage());
      oneByOne(batch, events);
    }
  }

  private void oneByOne(Batch batch, BatchingUnitOfWork<? extends EventMessage<?>> events)
      throws Exception {
    batch.restartOneByOne();
    for (EventMessage<?> event : handled(events)) {
      redelivery.handle(event, events);
      batch.requireNoTransientFailure();
    }
  }

  /// Up to the current one.
  @SuppressWarnings("ReferenceEquality") // the very same message
  private static List<? extends EventMessage<?>> handled(
      BatchingUnitOfWork<? extends EventMessage<?>> events) {
    List<? extends EventMessage<?>> all = events.getMessages();
    int current = 0;
    while (all.get(current) != events.getMessage()) {
      current++;
    }
    return all.subList(0, current + 1);
  }
}
