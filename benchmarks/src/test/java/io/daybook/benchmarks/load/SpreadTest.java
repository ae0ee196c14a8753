package io.daybook.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {
  @Test
  void the_median_of_an_odd_number_of_rounds_is_the_middle_one() {
    assertThat(Spread.of(List.of(9.0, 1.0, 4.0))).isEqualTo(new Spread(4, 1, 9));
  }

  @Test
  void the_median_of_an_even_number_of_rounds_lies_between_the_two_in_the_middle() {
    assertThat(Spread.of(List.of(9.0, 1.0, 4.0, 5.0))).isEqualTo(new Spread(4.5, 1, 9));
  }

  @Test
  void one_round_is_its_own_median() {
    assertThat(Spread.of(List.of(3.0))).isEqualTo(new Spread(3, 3, 3));
  }

  @Test
  void without_rounds_there_is_no_median() {
    assertThatIllegalArgumentException().isThrownBy(() -> Spread.of(List.of()));
  }
}
