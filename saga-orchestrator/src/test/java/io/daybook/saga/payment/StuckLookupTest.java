package io.daybook.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.saga.testing.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A gateway that never answers: nobody here waits long for it.
class StuckLookupTest extends PaymentFixture {

  StuckLookupTest() {
    super(Duration.ofMillis(50));
  }

  @Test
  void pauses_double_up_to_the_longest() {
    request("stuck:for-ever");

    Duration waited = Duration.ZERO;
    for (int attempt = 0; attempt < 16; attempt++) {
      Duration pause = Duration.between(clock.now(Samples.TENANT), due());
      assertThat(pause).isGreaterThanOrEqualTo(waited).isLessThanOrEqualTo(Duration.ofHours(6));
      waited = pause;
      lookUpAfter(pause);
    }
    assertThat(waited).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void after_two_months_it_is_left_to_people() {
    request("stuck:for-ever");

    lookUpAfter(Duration.ofDays(61));

    assertThat(lookup()).isEmpty();
  }

  private Instant due() {
    return lookup().orElseThrow().due();
  }
}
