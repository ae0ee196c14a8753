package io.daybook.eventstore.deadletter;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterJdbcConverter;
import org.axonframework.serialization.Serializer;

/// Reads letters as Axon writes them. Axon's own builder is for subclasses only.
public final class LetterRows extends DefaultDeadLetterJdbcConverter<EventMessage<?>> {

  /// @param tokens how tracking tokens are written
  /// @param events how events, their metadata and diagnostics are written
  public LetterRows(DeadLetterSchema schema, Serializer tokens, Serializer events) {
    super(
        DefaultDeadLetterJdbcConverter.<EventMessage<?>>builder()
            .schema(schema)
            .genericSerializer(tokens)
            .eventSerializer(events));
  }
}
