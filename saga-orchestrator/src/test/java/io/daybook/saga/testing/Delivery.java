package io.daybook.saga.testing;

import io.daybook.eventstore.batch.Batch;
import io.daybook.eventstore.batch.BatchInterceptor;
import io.daybook.eventstore.batch.BatchParameter;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.DefaultInterceptorChain;
import org.axonframework.messaging.ResultMessage;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiHandlerDefinition;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// Gives handlers their events as a processor does, with a batch to write into.
public final class Delivery {
  private final DataSource database;
  private final AnnotationEventHandlerAdapter handlers;
  private final BatchInterceptor batches;

  public Delivery(DataSource database, Object handler) {
    BatchParameter batch = new BatchParameter(database);
    this.database = database;
    this.handlers =
        new AnnotationEventHandlerAdapter(
            handler,
            MultiParameterResolverFactory.ordered(
                batch, ClasspathParameterResolverFactory.forClass(Delivery.class)),
            MultiHandlerDefinition.ordered(
                batch, ClasspathHandlerDefinition.forClass(Delivery.class)));
    this.batches = new BatchInterceptor(database, Batch.LIVE, (event, _) -> handlers.handle(event));
  }

  public void together(EventMessage<?>... events) {
    BatchingUnitOfWork<EventMessage<?>> unit = new BatchingUnitOfWork<>(List.of(events));
    unit.attachTransaction(new SpringTransactionManager(new JdbcTransactionManager(database)));
    ResultMessage<?> result =
        unit.executeWithResult(
            () ->
                new DefaultInterceptorChain<>(unit, List.of(batches), handlers::handle).proceed());
    if (result.isExceptional()) {
      throw new IllegalStateException(result.exceptionResult());
    }
  }
}
