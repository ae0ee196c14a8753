package io.daybook.eventstore.batch;

import java.io.Serial;

/// A handler has failed and left a transaction in which PostgreSQL takes no further statement: neither the events
/// before it nor its dead letter can be written there. The transaction begins again, event by event.
final class TransactionAborted extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  TransactionAborted(Throwable cause) {
    super(cause);
  }
}
