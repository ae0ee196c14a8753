package io.daybook.eventstore.deadletter;

import io.daybook.eventstore.DeadLetterQueues;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/// Queues in the table of this store.
///
/// @param tokens by which tokens are written
/// @param events by which events and diagnostics are written, and read as the event table has them
public record StoreDeadLetters(
    DataSource database,
    ConnectionProvider connections,
    TransactionManager transactions,
    DeadLetterSchema schema,
    Serializer tokens,
    Serializer events,
    EventUpcaster upcasters)
    implements DeadLetterQueues {

  @Override
  public SequencedDeadLetterQueue<EventMessage<?>> of(String processor) {
    return new DeadLetterQueue(
        processor,
        JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
            .connectionProvider(connections)
            .transactionManager(transactions)
            .schema(schema)
            .genericSerializer(tokens)
            .eventSerializer(events),
        database,
        new LetterConverter(schema, tokens, events, upcasters),
        new StorableLetters(events, new StoredRows(database)),
        transactions);
  }
}
