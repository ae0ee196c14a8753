package io.daybook.kernel;

/// How large an amount may be where it comes in: a price, a cost, what an order comes to. So no sum
/// or product of amounts outgrows a `long`. What was stored before is read whatever it is.
public final class AmountRule {
  /// In minor units. Of a currency with cents that is ten thousand million, and enough for a price
  /// in one whose notes have many zeros; a million pieces at that price still fit a `long`.
  public static final long MOST_MINOR = 1_000_000_000_000L;

  private AmountRule() {}

  /// @throws Rejection with that code where the amount is larger
  public static Money atMost(Money amount, String field, RejectionCode code) {
    if (amount.amountMinor() > MOST_MINOR) {
      throw Rejection.of(code).with(field, amount, "must be at most " + most(amount));
    }
    return amount;
  }

  /// The amount so many times.
  ///
  /// @throws Rejection with that code where that is larger
  public static Money times(Money amount, int quantity, String field, RejectionCode code) {
    if (quantity > 0 && amount.amountMinor() > MOST_MINOR / quantity) {
      throw Rejection.of(code)
          .with(field, amount, "must come to at most " + most(amount) + ", " + quantity + " times");
    }
    return amount.times(quantity);
  }

  private static Money most(Money amount) {
    return new Money(MOST_MINOR, amount.currency());
  }
}
