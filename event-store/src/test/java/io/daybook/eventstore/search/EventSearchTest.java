package io.daybook.eventstore.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.search.WrittenEvents.Written;
import io.daybook.eventstore.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class EventSearchTest {
  private static final int EVENTS = 6_000;
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
  private static final WrittenEvents STORE = new WrittenEvents(TestDatabase.fresh());
  private static final List<Written> WRITTEN = written();

  /// In the index lies half of it, and a block that is only begun.
  @BeforeAll
  static void store() throws SQLException {
    STORE.append(WRITTEN.subList(0, EVENTS / 2));
    STORE.index().fill();
    STORE.append(WRITTEN.subList(EVENTS / 2, EVENTS));
  }

  record Question(EventFilter filter, Predicate<Written> expected) {}

  static Stream<Question> questions() {
    Written some = WRITTEN.get(1234);
    Instant from = BEGIN.plusSeconds(2_000);
    Instant until = BEGIN.plusSeconds(2_500);
    return Stream.of(
        new Question(EventFilter.ALL, event -> true),
        new Question(filter("acme", null, Set.of(), Map.of()), ofTenant("acme")),
        new Question(filter("nobody", null, Set.of(), Map.of()), event -> false),
        new Question(
            filter("blue", null, Set.of("lamp.Lit", "lamp.Broken"), Map.of()),
            ofTenant("blue").and(event -> !event.type().equals("lamp.Installed"))),
        new Question(filter(null, null, Set.of("lamp.Unheard"), Map.of()), event -> false),
        new Question(
            filter(null, null, Set.of(), Map.of("user", "rare")),
            event -> event.user().equals("rare")),
        new Question(
            filter("acme", null, Set.of("lamp.Lit"), Map.of("user", "usr_1")),
            ofTenant("acme")
                .and(event -> event.type().equals("lamp.Lit") && event.user().equals("usr_1"))),
        new Question(
            EventFilter.labelled(some.tenant(), "request", some.request()),
            ofTenant(some.tenant()).and(event -> event.request().equals(some.request()))),
        new Question(
            filter(some.tenant(), some.stream(), Set.of(), Map.of()),
            event -> event.stream().equals(some.stream())),
        new Question(
            filter(some.tenant(), some.stream(), Set.of("lamp.Lit"), Map.of("user", "usr_2")),
            event ->
                event.stream().equals(some.stream())
                    && event.type().equals("lamp.Lit")
                    && event.user().equals("usr_2")),
        new Question(filter("other", some.stream(), Set.of(), Map.of()), event -> false),
        new Question(
            new EventFilter(null, null, Set.of(), Map.of(), from, until),
            event -> !event.at().isBefore(from) && event.at().isBefore(until)),
        new Question(
            new EventFilter("acme", null, Set.of(), Map.of("user", "usr_3"), from, null),
            ofTenant("acme")
                .and(event -> !event.at().isBefore(from) && event.user().equals("usr_3"))));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void the_pages_have_what_looking_at_every_event_finds(Question question) {
    List<Long> expected =
        WRITTEN.stream().filter(question.expected).map(Written::position).toList();

    for (int limit : new int[] {230, 1_000}) {
      assertThat(all(question.filter, limit)).isEqualTo(expected);
    }
  }

  @Test
  void an_event_is_told_as_it_was_written() {
    Written written = WRITTEN.get(42);

    FoundEvent found = STORE.search().at(written.position()).orElseThrow();

    assertThat(found.aggregateType()).isEqualTo("Lamp");
    assertThat(found.event().at()).isEqualTo(written.at());
    assertThat(found.event().stream()).isEqualTo(written.stream());
    assertThat(found.event().metadata()).isEqualTo(written.metadata());
    assertThat(STORE.search().ofId(UUID.fromString(found.event().id()))).contains(found);
  }

  @Test
  void a_page_says_how_far_the_index_is() {
    EventPage page = STORE.search().page(EventFilter.ALL, 0, 1);

    assertThat(page.reach()).isEqualTo(new Reach(EVENTS, 0, EVENTS / 2));
    assertThat(page.more()).isTrue();
    assertThat(STORE.search().page(EventFilter.ALL, EVENTS, 1).more()).isFalse();
  }

  @Test
  void an_index_that_grew_bit_by_bit_is_the_one_that_is_made_anew() throws SQLException {
    WrittenEvents store = new WrittenEvents(TestDatabase.fresh());
    for (int from = 0; from < EVENTS; from += 750) {
      store.append(WRITTEN.subList(from, from + 750));
      store.index().fill(); // each time another one, as after a restart
    }
    Map<String, List<Map<String, Object>>> grown = index(store);

    store.index().rebuild();
    assertThat(store.search().reach().indexed()).isZero();
    store.index().fill();

    assertThat(index(store)).isEqualTo(grown);
    assertThat(store.search().reach().indexed()).isEqualTo(EVENTS);
  }

  @Test
  void nodes_that_fill_it_at_the_same_time_fill_it_once() throws Exception {
    WrittenEvents store = new WrittenEvents(TestDatabase.fresh());
    store.append(WRITTEN);
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Void> node =
          () -> {
            while (indexed(store.source) < EVENTS) {
              store.index().fill();
            }
            return null;
          };
      for (Future<Void> done : nodes.invokeAll(List.of(node, node, node))) {
        done.get();
      }
    }
    Map<String, List<Map<String, Object>>> together = index(store);

    store.index().rebuild();
    store.index().fill();

    assertThat(index(store)).isEqualTo(together);
  }

  @Test
  void a_page_is_bounded_in_bytes_as_well() {
    WrittenEvents store = new WrittenEvents(TestDatabase.fresh());
    store.append(WRITTEN.subList(0, 3));
    store
        .database
        .sql("UPDATE event_store.event SET payload = convert_to(repeat('x', 5000000), 'UTF8')")
        .update();

    EventPage page = store.search().page(EventFilter.ALL, 0, 3);

    assertThat(page.events()).hasSize(1);
    assertThat(page.upTo()).isEqualTo(1);
    assertThat(page.more()).isTrue();
  }

  @Test
  void an_event_with_damaged_metadata_hides_no_other() throws SQLException {
    WrittenEvents store = new WrittenEvents(TestDatabase.fresh());
    store.append(WRITTEN.subList(0, 10));
    store
        .database
        .sql("UPDATE event_store.event SET metadata = '\\x01ff03' WHERE position = 5")
        .update();
    store.index().fill();

    assertThat(store.search().page(EventFilter.ALL, 0, 100).events()).hasSize(10);
    assertThat(store.search().at(5).orElseThrow().event().metadata()).isEmpty();
    assertThat(store.search().reach().indexed()).isEqualTo(10);
  }

  @Test
  void an_index_beyond_the_head_comes_back_to_it() throws SQLException {
    WrittenEvents store = new WrittenEvents(TestDatabase.fresh());
    store.append(WRITTEN.subList(0, 10));
    store.database.sql("UPDATE event_store.event_index SET position = 5000").update();

    store.index().fill();
    store.append(WRITTEN.subList(10, 20));
    store.index().fill();

    assertThat(store.search().reach().indexed()).isEqualTo(20);
    EventFilter ofNew = filter(null, null, Set.of(), Map.of("request", WRITTEN.get(15).request()));
    assertThat(store.search().page(ofNew, 0, 100).events())
        .extracting(found -> found.event().position())
        .contains(16L);
  }

  private static long indexed(DataSource source) {
    return JdbcClient.create(source)
        .sql("SELECT position FROM event_store.event_index")
        .query(Long.class)
        .single();
  }

  private static List<Long> all(EventFilter filter, int limit) {
    List<Long> positions = new ArrayList<>();
    EventPage page = STORE.search().page(filter, 0, limit);
    while (true) {
      assertThat(page.events()).hasSizeLessThanOrEqualTo(limit);
      page.events().forEach(found -> positions.add(found.event().position()));
      if (!page.more()) {
        return positions;
      }
      page = STORE.search().page(filter, page.upTo(), limit);
    }
  }

  private static EventFilter filter(
      @Nullable String tenant,
      @Nullable String stream,
      Set<String> types,
      Map<String, String> labels) {
    return new EventFilter(tenant, stream, types, labels, null, null);
  }

  private static Predicate<Written> ofTenant(String tenant) {
    return event -> event.tenant().equals(tenant);
  }

  private static Map<String, List<Map<String, Object>>> index(WrittenEvents store) {
    return Map.of(
        "blocks",
        store
            .database
            .sql("SELECT * FROM event_store.event_block ORDER BY block")
            .query()
            .listOfRows(),
        "keys",
        store
            .database
            .sql("SELECT * FROM event_store.event_block_key ORDER BY key, block")
            .query()
            .listOfRows());
  }

  /// Of one seed. Recorded times jump to and fro a little, as those of a store that was moved in may.
  private static List<Written> written() {
    Random chance = new Random(14);
    Map<String, Integer> sequences = new HashMap<>();
    List<Written> events = new ArrayList<>();
    String request = "";
    for (int position = 1; position <= EVENTS; position++) {
      if (request.isEmpty() || chance.nextInt(3) == 0) {
        request = new UUID(chance.nextLong(), chance.nextLong()).toString();
      }
      String tenant = chance.nextInt(4) == 0 ? "blue" : "acme";
      String lamp = "lamp_" + chance.nextInt(20);
      int sequence = sequences.merge(tenant + "/" + lamp, 1, Integer::sum) - 1;
      events.add(
          new Written(
              position,
              tenant,
              lamp,
              sequence,
              sequence == 0
                  ? "lamp.Installed"
                  : chance.nextInt(50) == 0 ? "lamp.Broken" : "lamp.Lit",
              position == 999 || position == 5_001 ? "rare" : "usr_" + chance.nextInt(5),
              request,
              BEGIN.plusSeconds(position + chance.nextInt(200) - 100L)));
    }
    return events;
  }
}
