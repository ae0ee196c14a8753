package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.lamp.LampTest;
import io.daybook.eventstore.search.EventFilter;
import io.daybook.eventstore.search.EventPage;
import io.daybook.eventstore.search.EventSearch;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EventIndexTest extends LampTest {

  @Autowired EventSearch search;
  @Autowired EventHistory history;

  @Test
  void the_index_follows_the_store_by_itself() {
    String lamp = installed();
    StoredEvent event = history.ofStream("shop", lamp, -1, 1).getFirst();

    await().until(() -> search.reach().indexed() >= event.position());

    String request = event.metadata().getOrDefault("traceId", event.id());
    EventPage page =
        search.page(
            new EventFilter("shop", null, Set.of(), Map.of("request", request), null, null), 0, 10);
    assertThat(page.events())
        .extracting(found -> found.event().position())
        .containsExactly(event.position());
  }
}
