package io.daybook.customer;

/// A password on its way to its hash. It is never stored, logged or put into an event.
public record Password(String value) {
  @Override
  public String toString() {
    return "********";
  }
}
