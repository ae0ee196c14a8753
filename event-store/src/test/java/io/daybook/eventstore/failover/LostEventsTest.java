package io.daybook.eventstore.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.ProcessorStates;
import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.testing.TestDatabase;
import io.daybook.eventstore.token.PostgresTokenStore;
import io.daybook.eventstore.token.TokenCheck;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The store has lost events that this node has seen. Each part of the node that has a memory forgets them.
class LostEventsTest {

  private static final String LAMP = "shop/lamp_1";
  private static final String OTHER = "shop/lamp_2";

  private final DataSource database = TestDatabase.fresh();
  private final LossyStore store = LossyStore.of(database);
  private final Serializer serializer =
      Jackson3Serializer.builder().jsonMapperBuilderCustomizer(new JsonRules(List.of())).build();

  @Test
  void a_stream_that_is_open_is_refused_and_one_that_is_opened_anew_has_the_new_events()
      throws Exception {
    try (Rig node = Rig.withoutLog(database)) {
      node.append(LAMP, 0, 5);
      TrackingEventStream open = node.reader.streamAfter(0);
      assertThat(read(open, 4)).containsExactly(1L, 2L, 3L, 4L);

      store.loseBehind(3);
      store.append(OTHER, 0, 2);
      awaitNoticed(node);

      assertThatThrownBy(open::hasNextAvailable).isInstanceOf(EventStoreException.class);
      TrackingEventStream anew = node.reader.streamAfter(3);
      assertThat(streams(anew, 2)).containsOnly(OTHER);
    }
  }

  @Test
  void new_events_are_told_from_lost_ones_also_when_there_are_more_of_them() throws Exception {
    try (Rig node = Rig.withoutLog(database)) {
      node.append(LAMP, 0, 5);
      assertThat(read(node.reader.streamAfter(0), 5)).hasSize(5);

      store.loseBehind(3);
      store.append(OTHER, 0, 7);
      awaitNoticed(node);

      assertThat(streams(node.reader.streamAfter(3), 7)).containsOnly(OTHER);
      assertThat(lostEvents()).containsExactly(Map.entry(3L, 5L));
    }
  }

  @Test
  void what_was_decided_on_a_lost_event_is_a_conflict_and_its_next_attempt_is_written() {
    try (Rig node = Rig.withoutLog(database)) {
      node.append(LAMP, 0, 3);
      node.reader.eventsOf(LAMP, 0);

      store.loseBehind(1);

      assertThatThrownBy(() -> node.append(LAMP, 3, 1)).isInstanceOf(ConcurrencyException.class);
      assertThat(node.reader.eventsOf(LAMP, 0).asStream().toList()).hasSize(1);
      node.append(LAMP, 1, 1);
      assertThat(node.rows.head()).isEqualTo(2);
    }
  }

  @Test
  void another_node_learns_of_it_though_it_has_seen_none_of_the_lost_events() {
    try (Rig node = Rig.withoutLog(database);
        Rig ignorant = Rig.withoutLog(database)) {
      node.append(LAMP, 0, 3);
      store.loseBehind(2);
      ignorant.headTracker().start();
      await().until(() -> ignorant.timeline.end().timeline() != null);

      node.headTracker().start();

      awaitNoticed(node);
      await().until(() -> ignorant.timeline.changes() > 0);
      assertThat(lostEvents()).hasSize(1);
    }
  }

  @Test
  void
      a_segment_is_no_longer_claimed_when_events_are_lost_so_that_nothing_read_before_is_handled() {
    try (Rig node = Rig.withoutLog(database)) {
      node.append(LAMP, 0, 3);
      PostgresTokenStore tokens =
          new PostgresTokenStore(database, serializer, Duration.ofMinutes(1), node.timeline);
      tokens.initializeTokenSegments("projection-lamp", 1, at(1));
      tokens.fetchToken("projection-lamp", 0);

      store.loseBehind(2);

      assertThatThrownBy(() -> tokens.requireSameEvents("projection-lamp", 0))
          .isInstanceOf(UnableToClaimTokenException.class);
      assertThatThrownBy(() -> tokens.storeToken(at(3), "projection-lamp", 0))
          .isInstanceOf(UnableToClaimTokenException.class);
      assertThatThrownBy(() -> tokens.extendClaim("projection-lamp", 0))
          .isInstanceOf(UnableToClaimTokenException.class);
      node.headTracker().start();
      await()
          .untilAsserted(
              () -> assertThat(tokens.fetchToken("projection-lamp", 0)).isEqualTo(at(1)));
    }
  }

  @Test
  void tokens_beyond_what_is_left_go_back_and_their_processors_are_named() {
    try (Rig node = Rig.withoutLog(database)) {
      node.append(LAMP, 0, 5);
      PostgresTokenStore tokens =
          new PostgresTokenStore(database, serializer, Duration.ofMinutes(1));
      tokens.initializeTokenSegments("projection-ahead", 1, at(5));
      tokens.initializeTokenSegments("projection-behind", 1, at(2));
      TokenCheck check = new TokenCheck(database, serializer, TokenCheck.Mode.REFUSE);
      node.headTracker().watch().whenEventsAreLost(check::goBack);
      node.headTracker().start();

      store.loseBehind(3);

      await().until(() -> !lostEvents().isEmpty());
      assertThat(tokens.fetchToken("projection-ahead", 0)).isEqualTo(at(3));
      assertThat(tokens.fetchToken("projection-behind", 0)).isEqualTo(at(2));
      assertThat(new ProcessorStates(database).stale()).containsExactly("projection-ahead");
    }
  }

  /// The events behind the last that was the same were written after the loss, and nobody has handled them.
  @Test
  void a_start_sets_a_token_back_to_where_the_loss_was_and_not_to_the_head() {
    JdbcClient.create(database)
        .sql(
            """
            INSERT INTO event_store.lost_events (timeline, position, last_lost)
            VALUES (gen_random_uuid(), 3, 50)
            """)
        .update();
    store.append(OTHER, 0, 8);
    PostgresTokenStore tokens = new PostgresTokenStore(database, serializer, Duration.ofMinutes(1));
    tokens.initializeTokenSegments("projection-ahead", 1, at(40));

    new TokenCheck(database, serializer, TokenCheck.Mode.RESET).run();

    assertThat(tokens.fetchToken("projection-ahead", 0)).isEqualTo(at(3));
    assertThat(new ProcessorStates(database).stale()).containsExactly("projection-ahead");
  }

  private Map<Long, Long> lostEvents() {
    return JdbcClient.create(database)
        .sql("SELECT position, last_lost FROM event_store.lost_events")
        .query((row, _) -> Map.entry(row.getLong(1), row.getLong(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void awaitNoticed(Rig node) {
    await().until(() -> node.timeline.changes() > 0 && isSettled(node));
  }

  private static boolean isSettled(Rig node) {
    try {
      node.timeline.requireSettled();
      return true;
    } catch (EventStoreException e) {
      return false;
    }
  }

  private static List<Long> read(TrackingEventStream stream, int events) {
    return LongStream.range(0, events)
        .map(_ -> next(stream).trackingToken().position().orElseThrow())
        .boxed()
        .toList();
  }

  private static List<String> streams(TrackingEventStream stream, int events) {
    return LongStream.range(0, events)
        .mapToObj(_ -> ((DomainEventMessage<?>) next(stream)).getAggregateIdentifier())
        .toList();
  }

  private static TrackedEventMessage<?> next(TrackingEventStream stream) {
    try {
      return stream.nextAvailable();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static TrackingToken at(long position) {
    return new GlobalSequenceTrackingToken(position);
  }
}
