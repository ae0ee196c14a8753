package io.daybook.query.rebuild;

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

/// What a processor is made of.
@Component
record Machinery(
    Configuration axon,
    EventStore events,
    TokenStore tokens,
    StoredTokens stored,
    TransactionManager transactions,
    ConnectionProvider connections,
    DeadLetterSchema deadLetters,
    DataSource database) {
  /// A rebuild is worked on in so many shares at once.
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

  /// From before the first event on.
  void initialize(Shadow shadow) {
    tokens.initializeTokenSegments(
        shadow.processor(), SEGMENTS, new GlobalSequenceTrackingToken(0));
  }
}
