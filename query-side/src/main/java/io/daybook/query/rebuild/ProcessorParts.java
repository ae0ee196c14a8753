package io.daybook.query.rebuild;

import io.daybook.eventstore.DeadLetterQueues;
import io.daybook.eventstore.ProcessorStates;
import io.daybook.eventstore.StoredTokens;
import io.daybook.eventstore.batch.Parking;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.springframework.stereotype.Component;

/// The parts that the processor of a rebuild is made of.
@Component
record ProcessorParts(
    Configuration axon,
    EventStore events,
    TokenStore tokens,
    StoredTokens stored,
    ProcessorStates states,
    TransactionManager transactions,
    DeadLetterQueues deadLetters,
    DataSource database) {
  /// The number of segments in which the events of a rebuild are handled side by side.
  static final int SEGMENTS = 4;

  /// The handlers of the projection itself, with dead letters of the shadow's own.
  DeadLetteringEventHandlerInvoker handlers(Shadow shadow) {
    return Parking.guard(
            DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(shadow.projection())
                .handlerDefinition(axon.handlerDefinition(shadow.projection().getClass()))
                .parameterResolverFactory(axon.parameterResolverFactory())
                .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                .transactionManager(transactions)
                .queue(deadLetters.of(shadow.processor())),
            SequentialPerAggregatePolicy.instance(),
            (_, cause) -> Decisions.enqueue(ThrowableCause.truncated(cause)))
        .build();
  }

  /// Has the shadow begin before the first event.
  void initialize(Shadow shadow) {
    tokens.initializeTokenSegments(
        shadow.processor(), SEGMENTS, new GlobalSequenceTrackingToken(0));
  }
}
