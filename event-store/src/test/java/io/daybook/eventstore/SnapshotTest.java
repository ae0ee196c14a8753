package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.example.lamp.LampTest;
import com.example.lamp.TooDark;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SnapshotTest extends LampTest {

  @Autowired EventStore events;

  @Test
  void a_long_stream_is_loaded_from_its_snapshot_with_the_state_it_had() {
    String lamp = installed();
    IntStream.rangeClosed(1, 7).forEach(brightness -> light(lamp, brightness));
    await().until(() -> snapshots(lamp) == 1);

    assertThat(events.readEvents(lamp).next().getSequenceNumber()).isPositive();
    assertThatThrownBy(() -> light(lamp, -1)).isInstanceOf(TooDark.class); // it is loaded anew
    assertThat(light(lamp, 8)).isEqualTo(7);
  }

  private long snapshots(String lamp) {
    return database
        .sql("SELECT count(*) FROM event_store.snapshot WHERE stream = ?")
        .param(lamp)
        .query(Long.class)
        .single();
  }
}
