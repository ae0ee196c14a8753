package io.daybook.kernel;

import static io.daybook.kernel.AmountRule.MOST_MINOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AmountRuleTest {
  private static final Money MOST = Money.of(MOST_MINOR, "EUR");

  @Test
  void the_most_that_there_may_be_may_be() {
    assertThat(AmountRule.atMost(MOST, "price", KernelRejection.INVALID_AMOUNT)).isEqualTo(MOST);
    assertThat(times(MOST, 1)).isEqualTo(MOST);
    assertThat(times(Money.of(MOST_MINOR / 4, "EUR"), 4)).isEqualTo(MOST);
  }

  @Test
  void more_is_refused_by_name() {
    refused(
        () ->
            AmountRule.atMost(
                Money.of(MOST_MINOR + 1, "EUR"), "price", KernelRejection.INVALID_AMOUNT));
    refused(() -> times(MOST, 2));
  }

  @Property
  void no_product_outgrows_a_long(
      @ForAll @LongRange(min = 1) long minor, @ForAll @IntRange(min = 1) int quantity) {
    Money unit = Money.of(minor, "EUR");
    if (Math.multiplyHigh(minor, quantity) == 0
        && Long.compareUnsigned(minor * quantity, MOST_MINOR) <= 0) {
      assertThat(times(unit, quantity)).isEqualTo(Money.of(minor * quantity, "EUR"));
    } else {
      refused(() -> times(unit, quantity));
    }
  }

  private static Money times(Money unit, int quantity) {
    return AmountRule.times(unit, quantity, "price", KernelRejection.INVALID_AMOUNT);
  }

  private static void refused(ThrowingCallable asked) {
    assertThatExceptionOfType(Rejection.class)
        .isThrownBy(asked)
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(KernelRejection.INVALID_AMOUNT);
              assertThat(refusal.violations())
                  .extracting(Rejection.Violation::field)
                  .containsExactly("price");
            });
  }
}
