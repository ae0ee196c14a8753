package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.eventstore.append.CutConnections.Cut;
import io.daybook.eventstore.audit.Verdict.Intact;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The writer's connection is lost at the worst moment: nobody knows whether the commit has arrived.
class LostConnectionTest {

  private final DataSource database = TestDatabase.fresh();
  private final CutConnections writing = new CutConnections(database);

  @ParameterizedTest
  @EnumSource(Cut.class)
  void an_append_is_there_once_and_its_caller_is_told_so(Cut cut) throws Exception {
    try (Rig rig = new Rig(database, writing, Rig.LIMITS)) {
      rig.append("shop/lamp_1", 0, 2);

      writing.cutNext(cut);
      rig.append("shop/lamp_1", 2, 3);

      assertThat(writing.hasCut()).isTrue();
      assertThat(rig.sequencesOf("shop/lamp_1")).containsExactly(0L, 1L, 2L, 3L, 4L);
      assertThat(rig.rows.head()).isEqualTo(5);
      assertThat(rig.tail.head()).isEqualTo(5);
      assertThat(rig.verdict()).isInstanceOfSatisfying(Intact.class, LostConnectionTest::allSealed);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Cut.class,
      names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
  void under_load_nothing_is_lost_and_nothing_doubled(Cut cut) throws Exception {
    try (Rig rig = new Rig(database, writing, Rig.LIMITS);
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Void>> appends =
          IntStream.range(0, 200)
              .mapToObj(
                  n ->
                      CompletableFuture.runAsync(
                          () -> {
                            if (n % 20 == 0) {
                              writing.cutNext(cut);
                            }
                            rig.append("shop/lamp_" + n, 0, 3);
                          },
                          callers))
              .toList();
      appends.forEach(CompletableFuture::join);

      assertThat(rig.all().stream().map(LostConnectionTest::position))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 600).boxed().toList());
      assertThat(rig.all().stream().map(EventMessage::getIdentifier)).doesNotHaveDuplicates();
      assertThat(IntStream.range(0, 200).mapToObj(n -> rig.sequencesOf("shop/lamp_" + n)))
          .allMatch(List.of(0L, 1L, 2L)::equals);
      assertThat(rig.verdict()).isInstanceOfSatisfying(Intact.class, LostConnectionTest::allSealed);
    }
  }

  private static void allSealed(Intact verdict) {
    assertThat(verdict.unsealed()).isZero();
    assertThat(verdict.adopted()).isEmpty();
  }

  private static long position(TrackedEventMessage<?> event) {
    return event.trackingToken().position().orElseThrow();
  }
}
