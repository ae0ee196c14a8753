package io.daybook.eventstore.failover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.example.lamp.Guarantee;
import com.example.lamp.Rooms;
import io.daybook.eventstore.StoreHealth;
import io.daybook.eventstore.testing.StandbyPair;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An asynchronous standby is promoted that does not have all events which were acknowledged, while two nodes are at
/// work.
class FailoverTest {

  /// More with `-Pfaults`, so that the new events pass the lost ones before any node looks.
  private static final int LOST = Integer.getInteger("daybook.faults.lost", 20);

  @TempDir private Path folder;

  @Test
  void every_new_event_is_handled_once_and_no_lost_one_again() throws Exception {
    try (StandbyPair servers = new StandbyPair(folder);
        LampNode one = LampNode.start(servers.url(), "--daybook.engine.tokens-beyond-head=reset");
        LampNode other = LampNode.start(servers.url())) {
      List<LampNode> nodes = List.of(one, other);
      String kept = one.install("hall");
      awaitSeen(nodes, kept, 1);
      awaitHead(nodes);
      servers.awaitReplicated();
      servers.stopReplication();
      long last = head(servers.primary());
      List<String> lost = install(nodes, "lost", LOST);
      one.light(kept, 3); // the first one, so that the number of its type is lost as well
      awaitSeen(nodes, lost, 1);
      awaitSeen(nodes, kept, 2);

      servers.failOver();

      List<String> fresh = new ArrayList<>(List.of(one.installAtLast("fresh")));
      fresh.add(other.installAtLast("fresh"));
      fresh.addAll(install(nodes, "fresh", LOST));
      awaitSeen(nodes, fresh, 1);
      assertThat(lost).allMatch(lamp -> seen(nodes, lamp) == 1);
      nodes.forEach(node -> requireGone(node, lost));
      nodes.forEach(node -> node.light(kept, 4));
      awaitSeen(nodes, kept, 4);
      awaitHead(nodes);
      assertThat(types(servers.standby(), kept))
          .containsExactly("lamp.LampInstalled", "lamp.LampLit", "lamp.LampLit");
      assertThat(
              servers
                  .standby()
                  .sql("SELECT max(position) FROM event_store.lost_events")
                  .query(Long.class)
                  .single())
          .isEqualTo(last);
      assertThat(one.bean(StoreHealth.class).problem()).isEmpty();

      one.close();
      try (LampNode restarted = LampNode.start(servers.url())) {
        String later = other.install("later");
        awaitSeen(List.of(restarted, other), later, 1);
        assertThat(lost).allMatch(lamp -> seen(List.of(restarted), lamp) == 0);
      }
    }
  }

  private static List<String> install(List<LampNode> nodes, String room, int times) {
    List<String> lamps = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      lamps.add(nodes.get(i % nodes.size()).install(room));
    }
    return lamps;
  }

  private static void requireGone(LampNode node, List<String> lost) {
    for (String lamp : lost.subList(0, 2)) {
      assertThatThrownBy(() -> node.light(lamp, 9)).isInstanceOf(AggregateNotFoundException.class);
    }
  }

  private static void awaitSeen(List<LampNode> nodes, List<String> lamps, int events) {
    lamps.forEach(lamp -> awaitSeen(nodes, lamp, events));
  }

  private static void awaitSeen(List<LampNode> nodes, String lamp, int events) {
    await().atMost(LampNode.PATIENCE).until(() -> seen(nodes, lamp) == events);
  }

  private static int seen(List<LampNode> nodes, String lamp) {
    return nodes.stream().mapToInt(node -> node.seenOf(lamp)).sum();
  }

  /// All processors have come to the end of the store.
  private static void awaitHead(List<LampNode> nodes) {
    await()
        .atMost(LampNode.PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                List.of(Rooms.PROCESSOR, Guarantee.PROCESSOR).stream()
                    .allMatch(processor -> nodes.getFirst().hasReached(processor)));
  }

  /// By the numbers that are in the store.
  private static List<String> types(JdbcClient database, String lamp) {
    return database
        .sql("SELECT type FROM event_store.readable_event WHERE stream = ? ORDER BY sequence")
        .param(lamp)
        .query(String.class)
        .list();
  }

  private static long head(JdbcClient database) {
    return database.sql("SELECT position FROM event_store.head").query(Long.class).single();
  }
}
