package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.eventstore.format.TypeIds;
import io.daybook.eventstore.postgres.JdbcPositions;
import io.daybook.eventstore.read.EventRows;
import io.daybook.eventstore.testing.TestDatabase;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.Test;

class PositionsTest {

  private final DataSource database = TestDatabase.fresh();
  private final Positions positions =
      new JdbcPositions(new EventRows(database, new TypeIds(database)));

  @Test
  void an_empty_store_ends_at_zero() {
    assertThat(positions.head()).isZero();
  }

  @Test
  void a_token_covers_what_it_has_come_to() {
    TrackingToken token = new GlobalSequenceTrackingToken(10);

    assertThat(positions.covers(token, 10)).isTrue();
    assertThat(positions.covers(token, 11)).isFalse();
  }

  @Test
  void a_replay_covers_what_it_replayed() {
    TrackingToken replay =
        ReplayToken.createReplayToken(
            new GlobalSequenceTrackingToken(10), new GlobalSequenceTrackingToken(4));

    assertThat(positions.covers(replay, 4)).isTrue();
    assertThat(positions.covers(replay, 5)).isFalse();
  }

  @Test
  void a_processor_that_has_not_begun_covers_nothing() {
    assertThat(positions.covers(null, 0)).isTrue();
    assertThat(positions.covers(null, 1)).isFalse();
  }

  @Test
  void another_stores_token_is_refused() {
    assertThatThrownBy(() -> positions.covers(GapAwareTrackingToken.newInstance(3, List.of()), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
