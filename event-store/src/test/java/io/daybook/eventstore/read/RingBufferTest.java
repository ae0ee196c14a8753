package io.daybook.eventstore.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class RingBufferTest {

  private final RingBuffer buffer = new RingBuffer(16, 10_000);

  @Test
  void the_oldest_go_when_there_are_too_many_bytes() {
    put(0, 1_000, 12);

    assertThat(buffer.bytes()).isEqualTo(10_000);
    assertThat(known()).containsExactlyElementsOf(range(3, 12));
    put(12, 5_000, 1);
    assertThat(known()).containsExactlyElementsOf(range(8, 13));
  }

  @Test
  void the_oldest_go_when_there_are_too_many() {
    put(0, 10, 20);

    assertThat(known()).containsExactlyElementsOf(range(5, 20));
    assertThat(buffer.bytes()).isEqualTo(160);
  }

  @Test
  void a_large_event_never_comes_in() {
    put(0, 10, 2);
    put(2, RowPayload.LARGE + 1L, 1);
    put(3, 10, 2);

    assertThat(known()).containsExactly(1L, 2L, 4L, 5L);
    assertThat(buffer.bytes()).isEqualTo(40);
  }

  @Test
  void what_has_gone_does_not_come_in_again_behind_what_is_there() {
    put(0, 1_000, 12);
    put(0, 1_000, 2);

    assertThat(known()).containsExactlyElementsOf(range(3, 12));
  }

  @Test
  void it_stays_within_its_bytes_whatever_comes() {
    long position = 0;
    for (int round = 0; round < 200; round++) {
      int events = 1 + round % 7;
      put(position, 37L * (round % 90), events);
      position += events;
      assertThat(buffer.bytes()).isBetween(0L, 10_000L);
    }
  }

  private void put(long behind, long size, int count) {
    long[] sizes = new long[count];
    Arrays.fill(sizes, size);
    List<EventMessage<String>> events =
        LongStream.range(0, count)
            .mapToObj(_ -> GenericEventMessage.<String>asEventMessage("event"))
            .toList();
    buffer.put(behind, events, sizes);
  }

  private List<Long> known() {
    return range(1, 20).stream().filter(position -> buffer.get(position) != null).toList();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
