package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.append.AfterAppend;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The transaction of a subscribing processor. Its handlers are called by the unit of work that publishes, before its
/// events are appended. What they write is committed after the events, and rolled back with them: a handler never
/// leaves behind rows of an event that was refused.
record CommitAfterAppend(TransactionManager transactions) implements TransactionManager {

  @Override
  public Transaction startTransaction() {
    if (!CurrentUnitOfWork.isStarted()
        || TransactionSynchronizationManager.isActualTransactionActive()) {
      return transactions
          .startTransaction(); // the events are stored already, or its owner commits later
    }
    UnitOfWork<?> publishing = CurrentUnitOfWork.get().root();
    Transaction transaction = transactions.startTransaction();
    AfterAppend.run(publishing, transaction::commit);
    publishing.onRollback(rolledBack -> transaction.rollback());
    return NoTransactionManager.INSTANCE.startTransaction();
  }
}
