package io.daybook.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.kernel.json.KernelJson;
import java.math.BigDecimal;
import java.util.Currency;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class MoneyTest {

  @Property
  void what_is_added_can_be_taken_away(
      @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long a,
      @ForAll @LongRange(min = -1_000_000_000L, max = 1_000_000_000L) long b) {
    Money sum = Money.of(a, "EUR").plus(Money.of(b, "EUR"));

    assertThat(sum.minus(Money.of(b, "EUR"))).isEqualTo(Money.of(a, "EUR"));
  }

  @Property
  void a_fraction_is_off_by_at_most_half_a_minor_unit(
      @ForAll @LongRange(min = 0, max = 1_000_000_000L) long amount,
      @ForAll @IntRange(min = 0, max = 10_000) int basisPoints) {
    BigDecimal factor = BigDecimal.valueOf(basisPoints, 4);

    BigDecimal exact = BigDecimal.valueOf(amount).multiply(factor);
    Money rounded = Money.of(amount, "EUR").times(factor);

    assertThat(exact.subtract(BigDecimal.valueOf(rounded.amountMinor())).abs())
        .isLessThanOrEqualTo(new BigDecimal("0.5"));
  }

  @ParameterizedTest
  @CsvSource({"EUR, 12.99, 1299", "JPY, 1299, 1299", "KWD, 1.299, 1299"})
  void major_units_follow_the_decimals_of_the_currency(
      String currency, BigDecimal major, long minor) {
    Money money = Money.ofMajor(major, Currency.getInstance(currency));

    assertThat(money.amountMinor()).isEqualTo(minor);
    assertThat(money.toMajor()).isEqualByComparingTo(major);
  }

  @Test
  void half_a_minor_unit_is_rounded_up() {
    assertThat(Money.of(25, "EUR").times(new BigDecimal("0.5"))).isEqualTo(Money.of(13, "EUR"));
  }

  @Test
  void more_decimals_than_the_currency_has_are_refused() {
    assertThatThrownBy(() -> Money.ofMajor(new BigDecimal("1.5"), Currency.getInstance("JPY")))
        .isInstanceOfSatisfying(
            Rejection.class, r -> assertThat(r.code()).isEqualTo(KernelRejection.INVALID_AMOUNT));
  }

  @Test
  void amounts_of_different_currencies_never_meet() {
    assertThatThrownBy(() -> Money.of(1, "EUR").plus(Money.of(1, "USD")))
        .isInstanceOfSatisfying(
            Rejection.class,
            r -> assertThat(r.code()).isEqualTo(KernelRejection.CURRENCY_MISMATCH));
  }

  @Test
  void an_overflow_is_an_error_and_not_a_wrong_amount() {
    assertThatThrownBy(() -> Money.of(Long.MAX_VALUE, "EUR").plus(Money.of(1, "EUR")))
        .isInstanceOf(ArithmeticException.class);
  }

  /// An earlier program took an empty currency. A view that shows such an event goes on.
  @Test
  void an_amount_that_was_stored_without_a_currency_is_read_as_one_of_none() {
    JsonMapper json = KernelJson.mapper().build();

    assertThat(json.readValue("{\"amountMinor\":1}", Money.class))
        .isEqualTo(json.readValue("{\"amountMinor\":1,\"currency\":\"\"}", Money.class))
        .hasToString("1 XXX");
  }
}
