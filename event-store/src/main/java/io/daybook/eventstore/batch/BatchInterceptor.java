package io.daybook.eventstore.batch;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has a processor write once for all events of a transaction, after the last one.
///
/// When that fails, the transaction begins again, event by event, so that what fails is the handling of
/// the one event whose fault it is: that one goes to the dead letters, and the others go on.
public final class BatchInterceptor implements MessageHandlerInterceptor<EventMessage<?>> {
  private static final Logger log = LoggerFactory.getLogger(BatchInterceptor.class);

  /// Handles an event of a unit of work a second time.
  @FunctionalInterface
  public interface Repetition {
    void handle(EventMessage<?> event, UnitOfWork<?> unit) throws Exception;
  }

  private final DataSource database;
  private final String schema;
  private final Repetition repetition;
  private final Pace pace;

  /// @param schema in which the processor's projections write
  public BatchInterceptor(DataSource database, String schema, Repetition repetition) {
    this(database, schema, repetition, new Pace());
  }

  /// @param pace is told how long that took
  public BatchInterceptor(DataSource database, String schema, Repetition repetition, Pace pace) {
    this.database = database;
    this.schema = schema;
    this.repetition = repetition;
    this.pace = pace;
  }

  @Override
  public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
      throws Exception {
    if (!(unit instanceof BatchingUnitOfWork<? extends EventMessage<?>> events)) {
      return chain.proceed();
    }
    Batch batch = Batch.of(unit, database, schema, true);
    Object result = chain.proceed();
    if (events.isLastMessage()) {
      int count = events.getMessages().size();
      batch.whenWritten(events, nanos -> pace.took(nanos, count));
      write(batch, events);
    }
    return result;
  }

  private void write(Batch batch, BatchingUnitOfWork<? extends EventMessage<?>> events)
      throws Exception {
    try {
      batch.write();
    } catch (SQLException e) {
      if (Transience.of(e)) {
        throw e;
      }
      log.info("{} events go one by one: {}", events.getMessages().size(), e.getMessage());
      batch.startAgain();
      for (EventMessage<?> event : events.getMessages()) {
        repetition.handle(event, events);
        batch.requireUninterrupted();
      }
    }
  }
}
