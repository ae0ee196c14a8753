package io.daybook.eventstore.postgres;

import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.modelling.saga.repository.jdbc.PostgresSagaSqlSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSchema;
import org.axonframework.modelling.saga.repository.jdbc.SagaSqlSchema;

/// Axon's parts under the names of our migrations.
public final class Schemas {

  private Schemas() {}

  public static SagaSqlSchema sagas() {
    return new PostgresSagaSqlSchema(
        SagaSchema.builder()
            .sagaEntryTable("process.saga")
            .associationValueEntryTable("process.association")
            .sagaIdColumn("saga_id")
            .sagaTypeColumn("saga_type")
            .revisionColumn("revision")
            .serializedSagaColumn("state")
            .associationKeyColumn("key")
            .associationValueColumn("value")
            .build());
  }

  public static DeadLetterSchema deadLetters() {
    return DeadLetterSchema.builder()
        .deadLetterTable("event_store.dead_letter")
        .deadLetterIdentifierColumn("letter_id")
        .processingGroupColumn("processor")
        .sequenceIdentifierColumn("sequence_id")
        .sequenceIndexColumn("sequence_index")
        .messageTypeColumn("message_type")
        .eventIdentifierColumn("event_id")
        .timestampColumn("recorded_at")
        .payloadTypeColumn("type")
        .payloadRevisionColumn("revision")
        .payloadColumn("payload")
        .metaDataColumn("metadata")
        .aggregateTypeColumn("aggregate_type")
        .aggregateIdentifierColumn("stream")
        .sequenceNumberColumn("sequence")
        .tokenTypeColumn("token_type")
        .tokenColumn("token")
        .enqueuedAtColumn("enqueued_at")
        .lastTouchedColumn("last_touched_at")
        .processingStartedColumn("processing_started")
        .causeTypeColumn("cause_type")
        .causeMessageColumn("cause_message")
        .diagnosticsColumn("diagnostics")
        .build();
  }
}
