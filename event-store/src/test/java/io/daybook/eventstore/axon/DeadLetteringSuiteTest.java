package io.daybook.eventstore.axon;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventIntegrationTest;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;

/// The tests of a processor with a dead-letter queue, among them the documented policy that counts retries in the
/// diagnostics of a letter.
class DeadLetteringSuiteTest extends DeadLetteringEventIntegrationTest {

  @Override
  protected SequencedDeadLetterQueue<EventMessage<?>> buildDeadLetterQueue() {
    return Letters.empty();
  }

  @Override
  protected TransactionManager getTransactionManager() {
    return SuiteStore.transactions();
  }
}
