package io.daybook.eventstore;

import org.axonframework.modelling.command.ConcurrencyException;

/// An event with this id is in the store already. Nothing is written. As a [ConcurrencyException] it is what Axon's
/// own engines throw; but repeating the same events cannot help, so the command is not retried.
public final class DuplicateEventId extends ConcurrencyException {

  public DuplicateEventId(String message) {
    super(message);
  }

  public DuplicateEventId(String message, Throwable cause) {
    super(message, cause);
  }
}
