package io.daybook.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Objects;

/// An amount in minor units of an ISO 4217 currency, which has 0, 2 or 3 decimals.
///
/// Amounts of different currencies never meet: every operation on two of them throws a
/// [Rejection] with [KernelRejection#CURRENCY_MISMATCH]. Overflow throws [ArithmeticException].
public record Money(long amountMinor, Currency currency) implements Comparable<Money> {

  /// An amount that an earlier program stored without a currency is read as one of `XXX`, which is no
  /// currency and which no command may bring.
  public Money {
    currency = Objects.requireNonNullElse(currency, Currencies.NONE);
  }

  public static Money of(long amountMinor, String currencyCode) {
    return new Money(amountMinor, Currency.getInstance(currencyCode));
  }

  /// The amount of a decimal number of major units, exactly.
  ///
  /// @throws Rejection with [KernelRejection#INVALID_AMOUNT] where it has more decimals than the
  ///     currency
  public static Money ofMajor(BigDecimal amount, Currency currency) {
    try {
      return new Money(amount.movePointRight(decimals(currency)).longValueExact(), currency);
    } catch (ArithmeticException e) {
      throw Rejection.of(KernelRejection.INVALID_AMOUNT)
          .with("amount", amount, "has more decimals than " + currency);
    }
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(amountMinor, same(other).amountMinor), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(amountMinor, same(other).amountMinor), currency);
  }

  public Money times(long quantity) {
    return new Money(Math.multiplyExact(amountMinor, quantity), currency);
  }

  /// A fraction of the amount, rounded once, HALF_UP to the minor unit.
  public Money times(BigDecimal factor) {
    BigDecimal exact = BigDecimal.valueOf(amountMinor).multiply(factor);
    return new Money(exact.setScale(0, RoundingMode.HALF_UP).longValueExact(), currency);
  }

  public boolean isPositive() {
    return amountMinor > 0;
  }

  public boolean isNegative() {
    return amountMinor < 0;
  }

  public boolean isZero() {
    return amountMinor == 0;
  }

  public BigDecimal toMajor() {
    return BigDecimal.valueOf(amountMinor, decimals(currency));
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(amountMinor, same(other).amountMinor);
  }

  @Override
  public String toString() {
    return toMajor().toPlainString() + " " + currency.getCurrencyCode();
  }

  private static int decimals(Currency currency) {
    return Math.max(0, currency.getDefaultFractionDigits());
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw Rejection.of(KernelRejection.CURRENCY_MISMATCH)
          .with("currency", other.currency, "must be " + currency);
    }
    return other;
  }
}
