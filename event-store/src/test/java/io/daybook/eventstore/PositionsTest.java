package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.postgres.JdbcPositions;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.junit.jupiter.api.Test;

class PositionsTest {

  private final Positions positions = new JdbcPositions(TestDatabase.fresh());

  @Test
  void an_empty_store_ends_at_zero() {
    assertThat(positions.head()).isZero();
  }

  @Test
  void a_token_covers_what_it_passed_but_not_what_was_still_open() {
    GapAwareTrackingToken token = GapAwareTrackingToken.newInstance(10, List.of(7L));

    assertThat(positions.covers(token, 10)).isTrue();
    assertThat(positions.covers(token, 8)).isTrue();
    assertThat(positions.covers(token, 7)).isFalse();
    assertThat(positions.covers(token, 11)).isFalse();
  }

  @Test
  void a_replay_covers_what_it_replayed() {
    GapAwareTrackingToken head = GapAwareTrackingToken.newInstance(10, List.of());
    GapAwareTrackingToken reached = GapAwareTrackingToken.newInstance(4, List.of());

    assertThat(positions.covers(ReplayToken.createReplayToken(head, reached), 4)).isTrue();
    assertThat(positions.covers(ReplayToken.createReplayToken(head, reached), 5)).isFalse();
  }

  @Test
  void a_processor_that_has_not_begun_covers_nothing() {
    assertThat(positions.covers(null, 0)).isTrue();
    assertThat(positions.covers(null, 1)).isFalse();
  }

  @Test
  void another_stores_token_is_refused() {
    assertThatThrownBy(() -> positions.covers(new GlobalSequenceTrackingToken(3), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
