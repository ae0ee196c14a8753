package io.daybook.app.imports.purchases;

import io.daybook.kernel.Money;
import java.time.Instant;
import java.util.Currency;

/// One line of the file.
record Purchase(long line, String customerId, Instant at, int units, Money amount) {
  static final Currency CURRENCY = Currency.getInstance("USD");
}
