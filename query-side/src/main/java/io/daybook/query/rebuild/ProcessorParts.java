package io.daybook.query.rebuild;

import io.daybook.eventstore.ProcessorStates;
import io.daybook.eventstore.StoredTokens;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
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
    ConnectionProvider connections,
    DeadLetterSchema deadLetters,
    DataSource database) {
  /// The number of segments in which the events of a rebuild are handled side by side.
  static final int SEGMENTS = 4;

  /// The handlers of the projection itself, with dead letters of the shadow's own.
  DeadLetteringEventHandlerInvoker handlers(Shadow shadow) {
    return DeadLetteringEventHandlerInvoker.builder()
        .eventHandlers(shadow.projection())
        .handlerDefinition(axon.handlerDefinition(shadow.projection().getClass()))
        .parameterResolverFactory(axon.parameterResolverFactory())
        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
        .transactionManager(transactions)
        .queue(
            JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(shadow.processor())
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(deadLetters)
                .genericSerializer(axon.serializer())
                .eventSerializer(axon.eventSerializer())
                .build())
        .enableSequenceIdentifierCache()
        .build();
  }

  /// Has the shadow begin before the first event.
  void initialize(Shadow shadow) {
    tokens.initializeTokenSegments(
        shadow.processor(), SEGMENTS, new GlobalSequenceTrackingToken(0));
  }
}
