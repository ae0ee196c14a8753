package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lamp.LampCommand;
import com.example.lamp.LampTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EventHistoryTest extends LampTest {

  @Autowired EventHistory history;
  @Autowired Positions positions;

  @Test
  void a_stream_is_read_page_by_page() {
    String lamp = installed();
    light(lamp, 1);
    light(lamp, 2);

    List<StoredEvent> first = history.ofStream("shop", lamp, -1, 2);
    List<StoredEvent> second = history.ofStream("shop", lamp, first.getLast().sequence(), 2);

    assertThat(first).extracting(StoredEvent::sequence).containsExactly(0L, 1L);
    assertThat(second).extracting(StoredEvent::sequence).containsExactly(2L);
    assertThat(second.getFirst().stream()).isEqualTo(lamp);
  }

  @Test
  void several_streams_are_read_at_once() {
    String one = installed();
    light(one, 1);
    light(one, 2);
    String other = installed();

    Map<String, List<StoredEvent>> found =
        history.ofStreams("shop", List.of(one, other, "shop/unknown"), -1, 2);

    assertThat(found).containsOnlyKeys(one, other);
    assertThat(found.get(one)).extracting(StoredEvent::sequence).containsExactly(0L, 1L);
    assertThat(found.get(other)).extracting(StoredEvent::sequence).containsExactly(0L);
    assertThat(history.ofStreams("other", List.of(one), -1, 2)).isEmpty();
    assertThat(history.ofStreams("shop", List.of(one, other), 0, 2).get(one)).hasSize(2);
  }

  @Test
  void a_stream_may_have_any_name() {
    List<String> lamps =
        Stream.of("with a blank", "a,b", "{a}", "\"a\"", "a\\b", "a/b", "NULL", "'")
            .map(name -> newLamp() + name)
            .toList();
    lamps.forEach(lamp -> commands.sendAndWait(new LampCommand.Install(lamp, "attic")));

    assertThat(history.ofStreams("shop", lamps, -1, 2)).containsOnlyKeys(lamps);
    assertThat(lamps).allMatch(lamp -> history.ofStream("shop", lamp, -1, 2).size() == 1);
  }

  @Test
  void a_page_of_large_events_is_shorter_and_has_one_at_least() {
    String lamp = newLamp();
    String room = "r".repeat(5 << 20);
    commands.sendAndWait(new LampCommand.Install(lamp, room));
    light(lamp, 1);
    light(lamp, 2);
    String other = newLamp();
    commands.sendAndWait(new LampCommand.Install(other, room));
    light(other, 1);

    Map<String, List<StoredEvent>> found = history.ofStreams("shop", List.of(lamp, other), -1, 9);

    assertThat(found.get(lamp)).hasSize(1);
    assertThat(found.get(other)).hasSize(1);
    assertThat(history.ofStream("shop", lamp, -1, 9)).hasSize(3);
    assertThat(history.ofStream("shop", lamp, 0, 9)).hasSize(2);
  }

  @Test
  void another_tenants_stream_is_empty() {
    String lamp = installed();

    assertThat(history.ofStream("sho", lamp, -1, 10)).isEmpty();
    assertThat(history.ofStream("other", lamp, -1, 10)).isEmpty();
  }

  @Test
  void a_range_of_positions_holds_the_tenants_events_in_order() {
    long before = positions.head();
    long count = history.count("shop");
    String lamp = installed();
    light(lamp, 1);
    long after = positions.head();

    assertThat(history.between("shop", before, after, 10))
        .extracting(StoredEvent::position)
        .isSorted()
        .hasSize(2)
        .endsWith(after);
    assertThat(history.between("shop", before, after, 1)).hasSize(1);
    assertThat(history.between("other", before, after, 10)).isEmpty();
    assertThat(history.count("shop")).isEqualTo(count + 2);
    assertThat(history.count("other")).isZero();
    assertThat(history.count()).isEqualTo(history.count("shop"));
  }
}
