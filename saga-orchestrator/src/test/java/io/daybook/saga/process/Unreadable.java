package io.daybook.saga.process;

import io.daybook.kernel.Meta;
import io.daybook.saga.process.LoanEvent.BookLent;
import io.daybook.saga.testing.Samples;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.SerializationException;

/// A message whose payload fails, as one from the store does whose payload is damaged.
final class Unreadable extends GenericMessage<BookLent> {
  private static final long serialVersionUID = 1L;

  private Unreadable() {
    super(new BookLent("loan-1", "book-1", "reader-1"), Map.of(Meta.TENANT_ID, "acme"));
  }

  static EventMessage<BookLent> event() {
    return new GenericEventMessage<>(new Unreadable(), () -> Samples.NOW);
  }

  @Override
  public BookLent getPayload() {
    throw new SerializationException("damaged");
  }
}
