package io.daybook.eventstore.axon;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.TypeAliases;
import io.daybook.eventstore.append.Appender;
import io.daybook.eventstore.append.WriterLimits;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.MetadataKeys;
import io.daybook.eventstore.format.RowSerializer;
import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.json.AliasSerializer;
import io.daybook.eventstore.json.EventSerializer;
import io.daybook.eventstore.postgres.PostgresEventStorageEngine;
import io.daybook.eventstore.postgres.PostgresEventStorageEngine.Serialization;
import io.daybook.eventstore.postgres.Snapshots;
import io.daybook.eventstore.read.EventReader;
import io.daybook.eventstore.read.EventRows;
import io.daybook.eventstore.read.HeadTracker;
import io.daybook.eventstore.read.StreamCache;
import io.daybook.eventstore.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/// One database for all suites. Axon's tests begin with an empty store, so it is emptied for each of them.
final class SuiteStore implements AutoCloseable {

  static final DataSource DATABASE = pool();

  private static final WriterLimits LIMITS =
      new WriterLimits(64, 8 << 20, 4096, 32 << 20, 16 << 20, Duration.ofSeconds(20));

  /// Their packages are not trusted, as those of no application are before it says so.
  private static final JsonRules RULES = new JsonRules(List.of());

  private static final MetadataFormat METADATA = new MetadataFormat(new MetadataKeys(DATABASE));
  private static final TypeIds TYPES = new TypeIds(DATABASE);

  private final HeadTracker headTracker;
  private final StreamCache cache;
  private final Appender appender;

  private SuiteStore() {
    this.headTracker = new HeadTracker(DATABASE, 1 << 10, 4 << 20, Duration.ofMillis(50));
    this.cache = new StreamCache(DATABASE, 1 << 20, Duration.ofSeconds(20));
    this.appender =
        new Appender(DATABASE, LIMITS, TYPES, METADATA, headTracker, cache, /* log= */ null);
  }

  private static DataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(TestDatabase.create().url());
    config.setMaximumPoolSize(8);
    return new HikariDataSource(config);
  }

  static SuiteStore empty() {
    JdbcClient database = JdbcClient.create(DATABASE);
    database.sql("TRUNCATE event_store.event, event_store.snapshot").update();
    database.sql("UPDATE event_store.head SET position = 0").update();
    return new SuiteStore();
  }

  PostgresEventStorageEngine engine(EventUpcaster upcasters, SnapshotFilter filter) {
    EventRows rows = new EventRows(DATABASE, TYPES);
    Serializer events = eventSerializer();
    Serializer states =
        new RowSerializer(new AliasSerializer(serializer(), TypeAliases.of(Set.of())), METADATA);
    return new PostgresEventStorageEngine(
        appender,
        new Snapshots(DATABASE, TYPES, METADATA),
        new EventReader(rows, headTracker, events, upcasters, 100, cache),
        rows,
        cache,
        new Serialization(events, states, upcasters, filter));
  }

  static Serializer eventSerializer() {
    return new RowSerializer(new EventSerializer(new AnyType(), RULES), METADATA);
  }

  static Serializer serializer() {
    return Jackson3Serializer.builder().jsonMapperBuilderCustomizer(RULES).build();
  }

  static TransactionManager transactions() {
    return new SpringTransactionManager(new DataSourceTransactionManager(DATABASE));
  }

  @Override
  public void close() {
    appender.close();
    headTracker.close();
  }
}
