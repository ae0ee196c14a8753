package io.daybook.eventstore.postgres;

import org.springframework.transaction.support.TransactionSynchronizationManager;

/// For what is only true if it is committed together with something else.
final class Transactions {

  private Transactions() {}

  static void require() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("Only within a transaction");
    }
  }
}
