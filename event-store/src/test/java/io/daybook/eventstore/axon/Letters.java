package io.daybook.eventstore.axon;

import io.daybook.eventstore.deadletter.StoreDeadLetters;
import io.daybook.eventstore.postgres.Schemas;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The queue of one processor, as the engine makes it.
final class Letters {

  private static final String PROCESSOR = "of-axons-tests";

  private Letters() {}

  static SequencedDeadLetterQueue<EventMessage<?>> empty() {
    JdbcClient.create(SuiteStore.DATABASE).sql("TRUNCATE event_store.dead_letter").update();
    return new StoreDeadLetters(
            SuiteStore.DATABASE,
            new SpringDataSourceConnectionProvider(SuiteStore.DATABASE),
            SuiteStore.transactions(),
            Schemas.deadLetters(),
            SuiteStore.serializer(),
            SuiteStore.eventSerializer(),
            NoOpEventUpcaster.INSTANCE)
        .of(PROCESSOR);
  }
}
