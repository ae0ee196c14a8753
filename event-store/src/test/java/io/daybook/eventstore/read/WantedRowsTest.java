package io.daybook.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lamp.LampEvent;
import io.daybook.eventstore.append.Rig;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;

class WantedRowsTest {
  private static final int LIGHTS = 150;
  private static final int END = LIGHTS + 1;

  @Test
  void what_is_unwanted_does_not_leave_the_database() {
    try (Rig node = new Rig(TestDatabase.fresh())) {
      List<EventMessage<?>> events = new ArrayList<>();
      events.add(
          new GenericDomainEventMessage<>("Lamp", "l", 0, new LampEvent.Installed("l", "hall")));
      IntStream.rangeClosed(1, LIGHTS).forEach(light -> events.add(Rig.lit("l", light)));
      node.append(events);
      SerializedType lit = new SimpleSerializedType("lamp.LampLit", "2");

      assertThat(node.rows.wanted(0, END, Set.of(), END)).hasSize(END);
      assertThat(positions(node.rows.wanted(0, END, Set.of(lit), END)))
          .containsExactly(1L, (long) END);
    }
  }

  private static List<Long> positions(List<EventRow> rows) {
    return rows.stream().map(EventRow::position).toList();
  }
}
