package io.daybook.eventstore.move;

import io.daybook.eventstore.EventTypes;
import io.daybook.eventstore.NotStorable;
import io.daybook.eventstore.StoredType;
import io.daybook.eventstore.StreamName;
import io.daybook.eventstore.append.ForeignEvent;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.RowSerializer;
import io.daybook.eventstore.format.StoredText;
import io.daybook.eventstore.json.EventSerializer;
import io.daybook.eventstore.json.StoredJson;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Converts a row of the source to an event of the target, and reads the event as the target will, so that nothing
/// is written that could not be read.
final class RowConversion {

  /// Axon leaves the revision empty where nobody gave one; here it is counted from 1.
  private static final String FIRST_REVISION = "1";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final MovePlan plan;
  private final EventTypes types;
  private final MetadataFormat form;
  private final Serializer serializer;
  private final EventUpcaster upcasters;
  private final Map<String, Optional<String>> names = new ConcurrentHashMap<>();

  RowConversion(MovePlan plan, MoveTarget target, MetadataFormat form) {
    this.plan = plan;
    this.types = target.types();
    this.form = form;
    this.serializer = new RowSerializer(new EventSerializer(types, target.json()), form);
    this.upcasters = target.upcasters();
  }

  ForeignEvent read(SourceRow row) {
    ForeignEvent event =
        new ForeignEvent(
            new StreamName(plan.tenant(), row.aggregate()).toString(),
            row.sequence(),
            new StoredType(row.aggregateType(), name(row), revision(row)),
            id(row),
            timestamp(row),
            metadata(row),
            row.payload());
    decode(row, event);
    return event;
  }

  private static String revision(SourceRow row) {
    @Nullable String revision = row.revision();
    return revision == null || revision.isBlank() ? FIRST_REVISION : revision;
  }

  private String name(SourceRow row) {
    return names
        .computeIfAbsent(row.payloadType(), this::catalogueName)
        .orElseThrow(
            () ->
                MoveRefused.because(
                    MoveRule.UNKNOWN_TYPE,
                    "%s is neither a name of the catalogue nor a class in it, first at global index"
                        + " %,d",
                    row.payloadType(),
                    row.index()));
  }

  private Optional<String> catalogueName(String payloadType) {
    String name = plan.types().getOrDefault(payloadType, payloadType);
    return types.classOf(name).isPresent()
        ? Optional.of(name)
        : classNamed(name).flatMap(types::typeOf).map(type -> type.name());
  }

  private Optional<Class<?>> classNamed(String name) {
    try {
      return Optional.of(Class.forName(name, false, types.getClass().getClassLoader()));
    } catch (ClassNotFoundException | LinkageError unknown) {
      return Optional.empty();
    }
  }

  static UUID id(SourceRow row) {
    try {
      return UUID.fromString(row.id());
    } catch (IllegalArgumentException e) {
      throw MoveRefused.because(MoveRule.ID_NOT_UUID, "%s has the id %s", row.place(), row.id());
    }
  }

  private static Instant timestamp(SourceRow row) {
    try {
      return DateTimeUtils.parseInstant(row.timestamp());
    } catch (DateTimeException e) {
      throw MoveRefused.because(
          MoveRule.UNREADABLE_TIMESTAMP, "%s is of '%s'", row.place(), row.timestamp());
    }
  }

  private MetaData metadata(SourceRow row) {
    Map<String, String> entries = new HashMap<>(stored(row));
    plan.metadata()
        .forEach(
            (key, value) -> {
              @Nullable String before = entries.put(key, value);
              if (before != null && !before.equals(value)) {
                throw unreadable(row, "%s is %s and not %s".formatted(key, before, value));
              }
            });
    return MetaData.from(entries);
  }

  private static Map<String, String> stored(SourceRow row) {
    byte @Nullable [] bytes = row.metadata();
    if (bytes == null || bytes.length == 0) {
      return Map.of();
    }
    try {
      return entries(row, JSON.readTree(bytes));
    } catch (JacksonException e) {
      throw unreadable(row, "is not JSON: " + e.getOriginalMessage());
    }
  }

  private static Map<String, String> entries(SourceRow row, JsonNode metadata) {
    if (!metadata.isObject()) {
      throw unreadable(row, "is not an object");
    }
    Map<String, String> entries = new HashMap<>();
    metadata
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isContainer()) {
                throw unreadable(row, entry.getKey() + " is no single value");
              }
              if (!entry.getValue().isNull()) {
                entries.put(entry.getKey(), entry.getValue().asString());
              }
            });
    return entries;
  }

  private static MoveRefused unreadable(SourceRow row, String why) {
    return MoveRefused.because(
        MoveRule.UNREADABLE_METADATA, "the metadata of %s: %s", row.place(), why);
  }

  /// What the target would refuse to append is refused here: it could not be shown.
  private static void requireStorable(SourceRow row) {
    StoredJson.fault(row.payload())
        .ifPresent(
            fault -> {
              throw MoveRefused.because(
                  MoveRule.UNREADABLE_PAYLOAD,
                  "%s: %s %s",
                  row.place(),
                  StoredText.readable(fault.field()),
                  fault.reason());
            });
  }

  private byte[] written(SourceRow row, MetaData metadata) {
    try {
      return form.write(metadata);
    } catch (NotStorable e) {
      throw unreadable(row, StoredText.readable(e.field()) + " " + e.reason());
    }
  }

  /// As the target will read it, upcasters and all.
  private void decode(SourceRow row, ForeignEvent event) {
    requireStorable(row);
    GenericDomainEventEntry<byte[]> entry =
        new GenericDomainEventEntry<>(
            event.type().aggregateType(),
            event.stream(),
            event.sequence(),
            row.id(),
            event.recordedAt(),
            event.type().name(),
            event.type().revision(),
            event.payload(),
            written(row, event.metadata()));
    try {
      EventUtils.upcastAndDeserializeTrackedEvents(
              Stream.of(
                  new TrackedDomainEventData<>(
                      new GlobalSequenceTrackingToken(row.index()), entry)),
              serializer,
              upcasters)
          .forEach(message -> message.getPayload());
    } catch (RuntimeException | StackOverflowError e) {
      throw MoveRefused.because(
          MoveRule.UNREADABLE_PAYLOAD,
          "%s%s: %s",
          row.place(),
          form(row.payload()),
          String.valueOf(e.getMessage()));
    }
  }

  private static String form(byte[] payload) {
    return payload.length > 0 && payload[0] == '<' ? " is XML, as XStream writes it" : "";
  }
}
