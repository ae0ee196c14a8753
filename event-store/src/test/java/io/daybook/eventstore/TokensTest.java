package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.lamp.LampTest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TokensTest extends LampTest {

  @Autowired TokenStore tokens;
  @Autowired TransactionManager transactions;

  @Test
  void of_nodes_that_start_for_the_first_time_together_one_lays_out_the_segments()
      throws Exception {
    try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> starts =
          nodes.invokeAll(Stream.<Callable<Boolean>>generate(() -> this::layOut).limit(6).toList());

      assertThat(starts.stream().filter(Future::resultNow)).hasSize(1);
    }
    assertThat(transactions.fetchInTransaction(() -> tokens.fetchSegments("new-processor")))
        .containsExactly(0, 1, 2, 3);
  }

  private boolean layOut() {
    try {
      transactions.executeInTransaction(() -> tokens.initializeTokenSegments("new-processor", 4));
      return true;
    } catch (UnableToClaimTokenException _) {
      return false;
    }
  }

  @Test
  void a_replay_token_comes_back_as_it_was() {
    TrackingToken replay =
        ReplayToken.createReplayToken(
            GapAwareTrackingToken.newInstance(9, List.of(3L)),
            GapAwareTrackingToken.newInstance(5, List.of(3L)));
    transactions.executeInTransaction(() -> tokens.initializeTokenSegments("replaying", 1, replay));

    assertThat(transactions.fetchInTransaction(() -> tokens.fetchToken("replaying", 0)))
        .isEqualTo(replay);
  }
}
