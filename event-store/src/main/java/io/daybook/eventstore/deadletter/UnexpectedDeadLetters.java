package io.daybook.eventstore.deadletter;

import java.util.Set;
import org.axonframework.common.AxonTransientException;

/// Somebody has parked events of sequences that the current transaction was handling: a rebuilt projection was
/// swapped in, say. The transaction is rolled back, and its events are handled again with these letters in mind.
public final class UnexpectedDeadLetters extends AxonTransientException {

  private static final long serialVersionUID = 1L;

  UnexpectedDeadLetters(String processor, Set<String> sequences) {
    super(
        "%s has dead letters that came while it handled events of the same sequences: %s"
            .formatted(processor, sequences.stream().limit(10).toList()));
  }
}
