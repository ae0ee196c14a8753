package io.daybook.eventstore.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {
  private static final Instant START = Instant.parse("2026-11-26T16:00:00.123Z");
  private static final int IDS_OF_A_MILLISECOND = 4_096;

  private final SetClock clock = new SetClock();
  private final TimeOrderedIds ids = new TimeOrderedIds(() -> clock);

  @Test
  void axon_gives_every_event_such_an_id() {
    assertThat(IdentifierFactory.getInstance()).isInstanceOf(TimeOrderedIds.class);
    String first = GenericEventMessage.asEventMessage("one").getIdentifier();
    String second = GenericEventMessage.asEventMessage("two").getIdentifier();

    assertThat(first).isLessThan(second);
    assertThat(UUID.fromString(second).version()).isEqualTo(7);
  }

  @Test
  void an_id_is_a_uuid_of_version_7_in_lower_case_and_begins_with_the_time() {
    String id = ids.generateIdentifier();

    assertThat(id).matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    assertThat(millis(id)).isEqualTo(START.toEpochMilli());
  }

  @Test
  void a_later_millisecond_gives_a_greater_id() {
    String earlier = ids.generateIdentifier();
    clock.now = START.plusMillis(1);

    assertThat(ids.generateIdentifier()).isGreaterThan(earlier);
  }

  @Test
  void ids_of_one_millisecond_are_in_the_order_in_which_they_were_made() {
    List<String> made = Stream.generate(ids::generateIdentifier).limit(1_000).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
    assertThat(made).allSatisfy(id -> assertThat(millis(id)).isEqualTo(START.toEpochMilli()));
  }

  @Test
  void more_ids_than_a_millisecond_has_run_ahead_of_the_clock_in_order() {
    List<String> made =
        Stream.generate(ids::generateIdentifier).limit(IDS_OF_A_MILLISECOND + 1).toList();

    assertThat(made).isSorted().doesNotHaveDuplicates();
    assertThat(millis(made.getLast())).isEqualTo(START.toEpochMilli() + 1);
  }

  @Test
  void a_clock_that_goes_back_does_not_take_the_ids_with_it() {
    String before = ids.generateIdentifier();
    clock.now = START.minus(Duration.ofHours(1));
    String after = ids.generateIdentifier();

    assertThat(after).isGreaterThan(before);
    assertThat(millis(after)).isEqualTo(START.toEpochMilli());
  }

  @Test
  void threads_make_no_id_twice_and_each_sees_its_own_grow() throws Exception {
    int threads = 8;
    int each = 20_000;
    List<Future<List<String>>> made = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      for (int thread = 0; thread < threads; thread++) {
        made.add(pool.submit(() -> Stream.generate(ids::generateIdentifier).limit(each).toList()));
      }
    }

    Set<String> all = new HashSet<>();
    Set<Long> counts = new HashSet<>();
    for (Future<List<String>> own : made) {
      assertThat(own.get()).isSorted();
      all.addAll(own.get());
      own.get().forEach(id -> counts.add(UUID.fromString(id).getMostSignificantBits()));
    }
    assertThat(all).hasSize(threads * each);
    assertThat(counts).as("unique without the random bits").hasSize(threads * each);
  }

  @Test
  void two_processes_differ_by_their_random_bits() {
    String one = ids.generateIdentifier();
    String other = new TimeOrderedIds(() -> clock).generateIdentifier();

    assertThat(UUID.fromString(one).getMostSignificantBits())
        .isEqualTo(UUID.fromString(other).getMostSignificantBits());
    assertThat(one).isNotEqualTo(other);
  }

  private static long millis(String id) {
    return UUID.fromString(id).getMostSignificantBits() >>> 16;
  }

  private static final class SetClock extends Clock {
    private volatile Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
