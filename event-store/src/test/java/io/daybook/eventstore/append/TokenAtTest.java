package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lamp.LampTypes;
import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.MetadataKeys;
import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.json.EventSerializer;
import io.daybook.eventstore.postgres.PostgresEventStorageEngine;
import io.daybook.eventstore.postgres.PostgresEventStorageEngine.Serialization;
import io.daybook.eventstore.postgres.Snapshots;
import io.daybook.eventstore.read.EventRows;
import io.daybook.eventstore.read.StreamCache;
import io.daybook.eventstore.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class TokenAtTest {

  private final DataSource database = TestDatabase.fresh();

  @Test
  void what_is_recorded_while_a_token_is_made_is_behind_it() {
    try (Rig rig = new Rig(database)) {
      PostgresEventStorageEngine engine = engine(rig, between(() -> rig.append("shop/l", 0, 1)));

      assertThat(engine.createTokenAt(Instant.EPOCH)).isEqualTo(new GlobalSequenceTrackingToken(0));
      assertThat(rig.rows.head()).isEqualTo(1);
    }
  }

  /// Something happens between the first question and the second.
  private DataSource between(Runnable meanwhile) {
    AtomicInteger questions = new AtomicInteger();
    return new DelegatingDataSource(database) {
      @Override
      public Connection getConnection() throws SQLException {
        if (questions.incrementAndGet() == 2) {
          meanwhile.run();
        }
        return super.getConnection();
      }
    };
  }

  private PostgresEventStorageEngine engine(Rig rig, DataSource reading) {
    TypeIds types = new TypeIds(database);
    MetadataFormat metadata = new MetadataFormat(new MetadataKeys(database));
    Serializer json = new EventSerializer(new LampTypes(), new JsonRules(List.of()));
    return new PostgresEventStorageEngine(
        rig.appender,
        new Snapshots(database, types, metadata),
        rig.reader,
        new EventRows(reading, types),
        new StreamCache(database, 0, Duration.ofSeconds(1)),
        new Serialization(json, json, NoOpEventUpcaster.INSTANCE, SnapshotFilter.allowAll()));
  }
}
