package io.daybook.eventstore.batch;

import io.daybook.eventstore.Failures;
import java.util.ArrayList;
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

/// Has a processor write the [Batch] once for all events of a transaction, after the last one.
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
      EventMessage<?> last = events.getMessage();
      oneByOne(batch, events, upTo(last, events.getMessages()));
      return null;
    }
  }

  @SuppressWarnings("ReferenceEquality") // the very same message
  private static List<EventMessage<?>> upTo(
      EventMessage<?> last, List<? extends EventMessage<?>> messages) {
    List<EventMessage<?>> first = new ArrayList<>();
    for (EventMessage<?> message : messages) {
      first.add(message);
      if (message == last) {
        break;
      }
    }
    return first;
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
      oneByOne(batch, events, events.getMessages());
    }
  }

  private void oneByOne(
      Batch batch,
      BatchingUnitOfWork<? extends EventMessage<?>> unit,
      List<? extends EventMessage<?>> events)
      throws Exception {
    batch.restartOneByOne();
    for (EventMessage<?> event : events) {
      redelivery.handle(event, unit);
      batch.requireNoTransientFailure();
    }
  }
}
