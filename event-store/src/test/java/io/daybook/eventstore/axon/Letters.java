package io.daybook.eventstore.axon;

import io.daybook.eventstore.postgres.Schemas;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The queue of one processor, as the engine makes it.
final class Letters {

  static final int MOST = 64;
  private static final String PROCESSOR = "of-axons-tests";

  private Letters() {}

  static JdbcSequencedDeadLetterQueue<EventMessage<?>> empty() {
    JdbcClient.create(SuiteStore.DATABASE).sql("TRUNCATE event_store.dead_letter").update();
    return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
        .processingGroup(PROCESSOR)
        .maxSequences(MOST)
        .maxSequenceSize(MOST)
        .connectionProvider(SuiteStore.DATABASE::getConnection)
        .transactionManager(SuiteStore.transactions())
        .schema(Schemas.deadLetters())
        .genericSerializer(SuiteStore.serializer())
        .eventSerializer(SuiteStore.eventSerializer())
        .build();
  }
}
