package io.daybook.eventstore.deadletter;

import io.daybook.eventstore.Failures;
import io.daybook.eventstore.UnreadableEvent;
import io.daybook.eventstore.format.UnreadableMessage;
import io.daybook.eventstore.format.UnreadableMessage.Stored;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.DefaultDeadLetterJdbcConverter;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcDeadLetter;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/// Reads letters, those as well whose event is of an earlier revision or cannot be read: a letter must be there to be
/// looked at, retried and discarded.
final class LetterConverter extends DefaultDeadLetterJdbcConverter<EventMessage<?>> {

  private final DeadLetterSchema schema;
  private final Serializer serializer;
  private final Serializer tokens;
  private final EventUpcaster upcasters;

  /// @param tokens by which tokens were written
  /// @param serializer by which events were written
  LetterConverter(
      DeadLetterSchema schema, Serializer tokens, Serializer serializer, EventUpcaster upcasters) {
    super(
        DefaultDeadLetterJdbcConverter.<EventMessage<?>>builder()
            .schema(schema)
            .genericSerializer(tokens)
            .eventSerializer(serializer));
    this.schema = schema;
    this.serializer = serializer;
    this.tokens = tokens;
    this.upcasters = upcasters;
  }

  @Override
  public JdbcDeadLetter<EventMessage<?>> convertToLetter(ResultSet row) throws SQLException {
    try {
      JdbcDeadLetter<EventMessage<?>> letter = super.convertToLetter(row);
      letter.message().getMetaData();
      return letter;
    } catch (RuntimeException | Error e) {
      return letter(row, message(row, Failures.asException(e)));
    }
  }

  /// After the upcasters, as the store reads its events.
  private EventMessage<?> message(ResultSet row, Exception why) throws SQLException {
    TrackedDomainEventData<byte[]> stored =
        new TrackedDomainEventData<>(
            token(row),
            new GenericDomainEventEntry<>(
                row.getString(schema.aggregateTypeColumn()),
                stream(row),
                row.getLong(schema.sequenceNumberColumn()),
                row.getString(schema.eventIdentifierColumn()),
                instant(row, schema.timestampColumn()),
                row.getString(schema.payloadTypeColumn()),
                row.getString(schema.payloadRevisionColumn()),
                row.getBytes(schema.payloadColumn()),
                row.getBytes(schema.metaDataColumn())));
    try {
      List<TrackedEventMessage<?>> upcast =
          EventUtils.upcastAndDeserializeTrackedEvents(Stream.of(stored), serializer, upcasters)
              .toList();
      if (upcast.size() == 1) {
        upcast.getFirst().getMetaData();
        return upcast.getFirst();
      }
    } catch (RuntimeException | Error e) {
      why.addSuppressed(Failures.asException(e));
    }
    return unreadable(row, why);
  }

  private EventMessage<?> unreadable(ResultSet row, Exception why) throws SQLException {
    Stored stored =
        new Stored(
            new SimpleSerializedObject<>(
                row.getBytes(schema.payloadColumn()),
                byte[].class,
                row.getString(schema.payloadTypeColumn()),
                row.getString(schema.payloadRevisionColumn())),
            new SerializedMetaData<>(row.getBytes(schema.metaDataColumn()), byte[].class));
    Instant at = instant(row, schema.timestampColumn());
    return new GenericTrackedDomainEventMessage<>(
        token(row),
        row.getString(schema.aggregateTypeColumn()),
        stream(row),
        row.getLong(schema.sequenceNumberColumn()),
        new UnreadableMessage(
            row.getString(schema.eventIdentifierColumn()),
            stored,
            UnreadableEvent.class,
            MetaData.emptyInstance(),
            why),
        () -> at);
  }

  private JdbcDeadLetter<EventMessage<?>> letter(ResultSet row, EventMessage<?> event)
      throws SQLException {
    Optional<String> cause = Optional.ofNullable(row.getString(schema.causeTypeColumn()));
    String message = row.getString(schema.causeMessageColumn());
    return new JdbcDeadLetter<>(
        row.getString(schema.deadLetterIdentifierColumn()),
        row.getLong(schema.sequenceIndexColumn()),
        row.getString(schema.sequenceIdentifierColumn()),
        instant(row, schema.enqueuedAtColumn()),
        instant(row, schema.lastTouchedColumn()),
        cause.map(type -> new ThrowableCause(type, message)).orElse(null),
        diagnostics(row),
        event);
  }

  private MetaData diagnostics(ResultSet row) throws SQLException {
    try {
      return serializer.deserialize(
          new SimpleSerializedObject<>(
              row.getBytes(schema.diagnosticsColumn()),
              byte[].class,
              MetaData.class.getName(),
              null));
    } catch (RuntimeException unreadable) {
      return MetaData.with("unreadable", String.valueOf(unreadable.getMessage()));
    }
  }

  private TrackingToken token(ResultSet row) throws SQLException {
    @Nullable String type = row.getString(schema.tokenTypeColumn());
    return type == null
        ? new GlobalSequenceTrackingToken(0)
        : tokens.deserialize(
            new SimpleSerializedObject<>(
                row.getBytes(schema.tokenColumn()), byte[].class, type, null));
  }

  private String stream(ResultSet row) throws SQLException {
    @Nullable String stream = row.getString(schema.aggregateIdentifierColumn());
    return stream == null ? row.getString(schema.eventIdentifierColumn()) : stream;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return DateTimeUtils.parseInstant(row.getString(column));
  }
}
