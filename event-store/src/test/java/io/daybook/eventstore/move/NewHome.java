package io.daybook.eventstore.move;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lamp.LampTypes;
import com.example.lamp.LitBrightness;
import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.format.MetadataFormat;
import io.daybook.eventstore.format.MetadataKeys;
import io.daybook.eventstore.format.RowSerializer;
import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.json.EventSerializer;
import io.daybook.eventstore.read.EventReader;
import io.daybook.eventstore.read.EventRows;
import io.daybook.eventstore.read.HeadTracker;
import io.daybook.eventstore.read.StreamCache;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The store that the lamps' events are moved into, for the tenant `shop`.
record NewHome(DataSource database) {

  static final String TENANT = "shop";
  static final MovePlan PLAN = MovePlan.forTenant(TENANT).withMetadata(Map.of("tenantId", TENANT));
  private static final JsonRules RULES = new JsonRules(List.of());
  private static final Serializer JSON = new EventSerializer(new LampTypes(), RULES);

  private MoveTarget target() {
    return new MoveTarget(database, new LampTypes(), RULES, new LitBrightness());
  }

  /// @return how many events this run has moved
  long move(DataSource from, MovePlan plan) throws SQLException, InterruptedException {
    try (Move move = prepare(from, plan)) {
      long before = move.moved();
      move.run(more -> {});
      assertThat(move.moved()).isEqualTo(move.total());
      return move.moved() - before;
    }
  }

  Move prepare(DataSource from, MovePlan plan) throws SQLException {
    return Move.prepare(from, target(), plan);
  }

  long moved() {
    return JdbcClient.create(database)
        .sql("SELECT coalesce(sum(events), 0) FROM event_store.move")
        .query(Long.class)
        .single();
  }

  long stored() {
    return JdbcClient.create(database)
        .sql("SELECT count(*) FROM event_store.event")
        .query(Long.class)
        .single();
  }

  /// Event by event, as each side's own engine reads them.
  void requireSame(AxonTable source) {
    try (HeadTracker headTracker =
        new HeadTracker(database, 1 << 4, 1 << 20, Duration.ofMillis(50))) {
      MetadataFormat form = new MetadataFormat(new MetadataKeys(database));
      EventReader reader =
          new EventReader(
              new EventRows(database, new TypeIds(database)),
              headTracker,
              new RowSerializer(JSON, form),
              new LitBrightness(),
              1_000,
              new StreamCache(database, 1 << 10, Duration.ofSeconds(20)));
      Iterator<? extends TrackedEventMessage<?>> here = reader.messagesAfter(0).iterator();
      Iterator<? extends TrackedEventMessage<?>> there = source.events().iterator();
      long position = 0;
      while (there.hasNext()) {
        assertThat(here.hasNext()).isTrue();
        TrackedEventMessage<?> moved = here.next();
        assertThat(moved.trackingToken().position()).hasValue(++position);
        requireSame((DomainEventMessage<?>) there.next(), (DomainEventMessage<?>) moved);
      }
      assertThat(here.hasNext()).isFalse();
    }
  }

  private static void requireSame(DomainEventMessage<?> event, DomainEventMessage<?> moved) {
    assertThat(moved.getIdentifier()).isEqualTo(event.getIdentifier());
    assertThat(moved.getType()).isEqualTo(event.getType());
    assertThat(moved.getAggregateIdentifier())
        .isEqualTo(TENANT + "/" + event.getAggregateIdentifier());
    assertThat(moved.getSequenceNumber()).isEqualTo(event.getSequenceNumber());
    assertThat(moved.getTimestamp()).isEqualTo(event.getTimestamp());
    assertThat(moved.getPayload()).isEqualTo(event.getPayload());
    Map<String, Object> metadata = new HashMap<>();
    event.getMetaData().forEach((key, value) -> metadata.put(key, value.toString()));
    metadata.put("tenantId", TENANT);
    assertThat(moved.getMetaData()).isEqualTo(metadata);
  }
}
