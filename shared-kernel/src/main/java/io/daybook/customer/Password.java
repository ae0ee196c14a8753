package io.daybook.customer;

import io.daybook.kernel.SingleValue;

/// A password on its way to its hash. It is never stored, logged or put into an event.
public record Password(String value) implements SingleValue {
  @Override
  public String toString() {
    return "********";
  }
}
