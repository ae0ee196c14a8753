package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lamp.LampEvent;
import io.daybook.eventstore.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same instant for those who are served from memory and for those who read the table.
class RecordedTimeTest {
  private final DataSource database = TestDatabase.fresh();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-23T03:50:00.123456789Z",
        "2026-11-23T03:50:00.999999999Z",
        "2026-11-23T03:50:00.000001Z",
        "2026-11-23T03:50:00Z",
        "1969-12-31T23:59:59.999999999Z"
      })
  void memory_and_table_agree(Instant happened) throws InterruptedException {
    try (Rig node = new Rig(database);
        Rig other = new Rig(database);
        TrackingEventStream live = node.reader.streamAfter(0)) {
      node.append("lamp", 0, 1);
      node.reader.eventsOf("lamp", 0); // its stream is in memory from now on
      node.append(List.of(lit(1, happened), unsourced(happened)));

      Instant stored = other.all().get(1).getTimestamp();
      assertThat(stored).isBetween(happened.minusNanos(1_000), happened);
      assertThat(other.all().get(2).getTimestamp()).isEqualTo(stored);
      assertThat(node.reader.eventsOf("lamp", 1).next().getTimestamp()).isEqualTo(stored);
      assertThat(next(live).getIdentifier()).isEqualTo(other.all().get(0).getIdentifier());
      assertThat(next(live).getTimestamp()).isEqualTo(stored);
      EventMessage<?> unsourced = next(live);
      assertThat(unsourced.getTimestamp()).isEqualTo(stored);
      assertThat(unsourced.getMetaData()).containsEntry("tenantId", "t");
    }
  }

  private static EventMessage<?> next(TrackingEventStream live) throws InterruptedException {
    assertThat(live.hasNextAvailable(30, TimeUnit.SECONDS)).isTrue();
    return live.nextAvailable();
  }

  private static EventMessage<?> lit(int light, Instant happened) {
    return new GenericDomainEventMessage<>(
        "Lamp",
        "lamp",
        light,
        new GenericMessage<>(new LampEvent.Lit("lamp", light), Map.of("tenantId", "t")),
        happened);
  }

  private static EventMessage<?> unsourced(Instant happened) {
    return new GenericEventMessage<>(
        new GenericMessage<>(new LampEvent.Lit("elsewhere", 1), Map.of("tenantId", "t")),
        () -> happened);
  }
}
