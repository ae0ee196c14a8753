package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.example.lamp.Lamp;
import com.example.lamp.LampTest;
import com.example.lamp.TooDark;
import io.daybook.eventstore.read.EventRows;
import io.daybook.eventstore.read.StreamCache;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SnapshotTest extends LampTest {

  @Autowired EventStore events;
  @Autowired StreamCache cache;
  @Autowired EventRows rows;

  @Test
  void a_long_stream_is_loaded_from_its_snapshot_with_the_state_it_had() {
    String lamp = snapshotted();

    assertThat(events.readEvents(lamp).next().getSequenceNumber()).isPositive();
    assertThatThrownBy(() -> light(lamp, -1)).isInstanceOf(TooDark.class); // it is loaded anew
    assertThat(light(lamp, 8)).isEqualTo(7);
  }

  @Test
  void a_snapshot_is_stored_under_the_alias_of_its_aggregate() {
    String lamp = snapshotted();

    assertThat(storedAs(lamp)).isEqualTo(Lamp.STORED_AS);
  }

  @ParameterizedTest
  @ValueSource(strings = {Lamp.FORMERLY_STORED_AS, "com.example.lamp.Lamp"})
  void a_snapshot_that_was_stored_under_another_name_is_still_read(String earlier) {
    String lamp = snapshotted();
    rename(lamp, earlier);
    cache.forget(lamp);

    DomainEventMessage<?> first = events.readEvents(lamp).next();
    assertThat(first.getSequenceNumber()).isPositive();
    assertThat(first.getPayload()).isInstanceOf(Lamp.class);
  }

  @Test
  void an_aggregate_whose_snapshot_is_of_no_class_that_is_there_is_loaded_from_its_events() {
    String lamp = snapshotted();
    rename(lamp, "com.example.NoClass");
    cache.forget(lamp);

    assertThat(events.readEvents(lamp).asStream()).hasSize(8);
    assertLoadedAnew(lamp);
  }

  @Test
  void an_aggregate_whose_snapshot_is_spoilt_is_loaded_from_its_events() {
    String lamp = snapshotted();
    database
        .sql("UPDATE event_store.snapshot SET payload = '{' WHERE stream = ?")
        .param(lamp)
        .update();
    cache.forget(lamp);

    assertThat(events.readEvents(lamp).asStream()).hasSize(8);
    assertLoadedAnew(lamp);
  }

  private void assertLoadedAnew(String lamp) {
    assertThatThrownBy(() -> light(lamp, -1)).isInstanceOf(TooDark.class); // it is loaded anew
    cache.forget(lamp);
    assertThat(light(lamp, 8)).isEqualTo(7);
  }

  void a_snapshot_that_is_ahead_of_its_events_is_passed_over_and_dropped() {
    String lamp = snapshotted();
    long before = rows.snapshotsAhead();
    change(lamp, "sequence = 50");
    forget(lamp);

    assertThat(light(lamp, 8)).isEqualTo(7);

    assertThat(rows.snapshotsAhead()).isEqualTo(before + 1);
    assertThat(sequences(lamp)).allMatch(sequence -> sequence < 50);
    forget(lamp);
    assertThat(light(lamp, 9)).isEqualTo(8);
  }

  @Test
  void a_snapshot_from_before_its_last_event_was_recorded_is_of_another_history() {
    String lamp = snapshotted();
    change(lamp, "sequence = 3, recorded_at = recorded_at - interval '1 day'");
    forget(lamp);

    assertThat(events.readEvents(lamp).next().getSequenceNumber()).isZero();
    forget(lamp);
    assertThat(light(lamp, 8)).isEqualTo(7);
  }

  private void change(String lamp, String what) {
    database
        .sql("UPDATE event_store.snapshot SET " + what + " WHERE stream = ?")
        .param(lamp)
        .update();
  }

  /// Neither the stream nor the aggregate is in memory afterwards.
  private void forget(String lamp) {
    assertThatThrownBy(() -> light(lamp, -1)).isInstanceOf(TooDark.class);
    cache.forget(lamp);
  }

  private List<Long> sequences(String lamp) {
    return database
        .sql("SELECT sequence FROM event_store.snapshot WHERE stream = ?")
        .param(lamp)
        .query(Long.class)
        .list();
  }

  private String snapshotted() {
    String lamp = installed();
    IntStream.rangeClosed(1, 7).forEach(brightness -> light(lamp, brightness));
    await().until(() -> snapshots(lamp) == 1);
    return lamp;
  }

  private String storedAs(String lamp) {
    return database
        .sql(
            """
            SELECT type.name FROM event_store.snapshot
            JOIN event_store.event_type AS type ON type.id = type_id WHERE stream = ?
            """)
        .param(lamp)
        .query(String.class)
        .single();
  }

  private void rename(String lamp, String type) {
    database
        .sql(
            """
            WITH other AS (
              INSERT INTO event_store.event_type (aggregate_type, name) VALUES ('Lamp', ?)
              RETURNING id)
            UPDATE event_store.snapshot SET type_id = other.id FROM other WHERE stream = ?
            """)
        .params(type, lamp)
        .update();
  }

  private long snapshots(String lamp) {
    return database
        .sql("SELECT count(*) FROM event_store.snapshot WHERE stream = ?")
        .param(lamp)
        .query(Long.class)
        .single();
  }
}
