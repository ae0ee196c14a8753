package io.daybook.eventstore.append;

import com.example.lamp.LampEvent;
import com.example.lamp.LampTypes;
import io.daybook.eventstore.form.MetadataForm;
import io.daybook.eventstore.form.MetadataKeys;
import io.daybook.eventstore.form.RowSerializer;
import io.daybook.eventstore.form.TypeIds;
import io.daybook.eventstore.json.EventSerializer;
import io.daybook.eventstore.json.JsonRules;
import io.daybook.eventstore.read.EventReader;
import io.daybook.eventstore.read.EventRows;
import io.daybook.eventstore.read.StreamCache;
import io.daybook.eventstore.read.Tail;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;

/// A store without an application: a writer, its tail, and readers. Several on one database are several
/// nodes.
final class Rig implements AutoCloseable {

  static final WriterLimits LIMITS =
      new WriterLimits(64, 8 << 20, 4096, 32 << 20, 16 << 20, Duration.ofSeconds(20));

  private static final Serializer JSON =
      new EventSerializer(new LampTypes(), new JsonRules(List.of()));

  final Tail tail;
  final Appender appender;
  final EventRows rows;
  final EventReader reader;

  Rig(DataSource database) {
    this(database, database, LIMITS);
  }

  /// @param writing the connection of the writer alone, to be cut or slowed down
  Rig(DataSource database, DataSource writing, WriterLimits limits) {
    TypeIds types = new TypeIds(database);
    MetadataForm metadata = new MetadataForm(new MetadataKeys(database));
    tail = new Tail(database, 1 << 10, Duration.ofMillis(50));
    StreamCache cache = new StreamCache(database, 1 << 20);
    appender = new Appender(writing, limits, types, metadata, tail, cache);
    rows = new EventRows(database, types);
    reader =
        new EventReader(
            rows, tail, new RowSerializer(JSON, metadata), NoOpEventUpcaster.INSTANCE, 100, cache);
  }

  /// Durable when it returns.
  void append(String lamp, long first, int events) {
    append(
        LongStream.range(first, first + events)
            .<EventMessage<?>>mapToObj(sequence -> lit(lamp, sequence))
            .toList());
  }

  void append(List<? extends EventMessage<?>> events) {
    appender.append(events, JSON);
  }

  static EventMessage<?> lit(String lamp, long sequence) {
    return new GenericDomainEventMessage<>(
        "Lamp", lamp, sequence, new LampEvent.Lit(lamp, Math.toIntExact(sequence)));
  }

  List<? extends TrackedEventMessage<?>> all() {
    return reader.messagesAfter(0).toList();
  }

  List<Long> sequencesOf(String lamp) {
    return reader.rowsOf(lamp, 0).<Long>map(row -> row.getSequenceNumber()).toList();
  }

  @Override
  public void close() {
    appender.close();
    tail.close();
  }
}
