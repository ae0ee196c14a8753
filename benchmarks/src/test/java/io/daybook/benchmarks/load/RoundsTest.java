package io.daybook.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundsTest {
  @Test
  void both_sides_take_turns() throws Exception {
    List<String> order = new ArrayList<>();

    Rounds<Integer> rounds =
        Rounds.alternate(
            3,
            () -> {
              order.add("A");
              return order.size();
            },
            () -> {
              order.add("B");
              return order.size();
            });

    assertThat(order).containsExactly("A", "B", "A", "B", "A", "B");
    assertThat(rounds).isEqualTo(new Rounds<>(List.of(1, 3, 5), List.of(2, 4, 6)));
  }
}
