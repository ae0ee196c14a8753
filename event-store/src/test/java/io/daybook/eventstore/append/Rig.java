package io.daybook.eventstore.append;

import com.example.lamp.LampEvent;
import com.example.lamp.LampTypes;
import io.daybook.eventstore.IdempotencyRecords;
import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.audit.MerkleLog;
import io.daybook.eventstore.audit.SigningKey;
import io.daybook.eventstore.audit.TrustedKeys;
import io.daybook.eventstore.audit.Verdict;
import io.daybook.eventstore.audit.Verification;
import io.daybook.eventstore.audit.VerifiedPrefix;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.MetadataKeys;
import io.daybook.eventstore.format.RowSerializer;
import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.json.EventSerializer;
import io.daybook.eventstore.read.EventReader;
import io.daybook.eventstore.read.EventRows;
import io.daybook.eventstore.read.HeadTracker;
import io.daybook.eventstore.read.StreamCache;
import io.daybook.eventstore.read.Timeline;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.jspecify.annotations.Nullable;

/// A store without an application: a writer, its tail, and readers. Several on one database are several
/// nodes.
public final class Rig implements AutoCloseable {

  static final WriterLimits LIMITS =
      new WriterLimits(64, 8 << 20, 4096, 32 << 20, 16 << 20, Duration.ofSeconds(20));

  private static final Serializer JSON =
      new EventSerializer(new LampTypes(), new JsonRules(List.of()));

  /// Of all nodes that keep a log.
  public static final SigningKey KEY = SigningKey.generate();

  private final DataSource database;
  private final @Nullable MerkleLog log;
  public final Timeline timeline;
  final HeadTracker headTracker;
  final Appender appender;
  public final EventRows rows;
  public final EventReader reader;

  public Rig(DataSource database) {
    this(database, database, LIMITS, KEY);
  }

  /// A node that keeps no Merkle log.
  public static Rig withoutLog(DataSource database) {
    return withoutLog(database, database);
  }

  /// With callers that are not patient.
  public static Rig impatient(DataSource database, Duration timeout) {
    return new Rig(
        database, database, new WriterLimits(64, 8 << 20, 4096, 32 << 20, 16 << 20, timeout), null);
  }

  /// Nobody but its writer ever locks the head.
  static Rig withoutLog(DataSource database, DataSource writing) {
    return new Rig(database, writing, LIMITS, null);
  }

  /// @param writing the connection of the writer alone, to be cut or slowed down
  Rig(DataSource database, DataSource writing, WriterLimits limits) {
    this(database, writing, limits, KEY);
  }

  public static Rig signingWith(SigningKey key, DataSource database) {
    return new Rig(database, database, LIMITS, key);
  }

  private Rig(
      DataSource database, DataSource writing, WriterLimits limits, @Nullable SigningKey key) {
    this.database = database;
    TypeIds types = new TypeIds(database);
    MetadataFormat metadata = new MetadataFormat(new MetadataKeys(database));
    log = key == null ? null : new MerkleLog(database, key, metadata);
    timeline = new Timeline();
    headTracker = new HeadTracker(database, 1 << 10, 4 << 20, Duration.ofMillis(50), timeline);
    StreamCache cache = new StreamCache(database, 1 << 20, Duration.ofSeconds(20), timeline);
    appender = new Appender(writing, limits, types, metadata, headTracker, cache, log);
    rows = new EventRows(database, types);
    reader =
        new EventReader(
            rows,
            headTracker,
            new RowSerializer(JSON, metadata),
            NoOpEventUpcaster.INSTANCE,
            100,
            cache);
  }

  /// Why the database has taken nothing lately.
  public Optional<String> problem() {
    return appender.problem();
  }

  public HeadTracker headTracker() {
    return headTracker;
  }

  /// Durable when it returns.
  public void append(String lamp, long first, int events) {
    append(
        LongStream.range(first, first + events)
            .<EventMessage<?>>mapToObj(sequence -> lit(lamp, sequence))
            .toList());
  }

  public void append(List<? extends EventMessage<?>> events) {
    appender.append(events, JSON);
  }

  /// As this node keeps them.
  public IdempotencyRecords answers() {
    return new StagedIdempotencyRecords(database, appender, new OptimisticAssumptions(appender));
  }

  public static EventMessage<?> lit(String lamp, long sequence) {
    return new GenericDomainEventMessage<>(
        "Lamp", lamp, sequence, new LampEvent.Lit(lamp, Math.toIntExact(sequence)));
  }

  /// Of all that is sealed.
  public Verdict verdict() throws SQLException, InterruptedException {
    TrustedKeys keys = new TrustedKeys(List.of(KEY.verification()));
    return new Verification(database, keys)
        .run(VerifiedPrefix.NOTHING, null, (checked, last) -> {});
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
    if (log != null) {
      log.close();
    }
    headTracker.close();
  }
}
