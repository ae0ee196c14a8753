package io.daybook.order;

/// What may be wrong with an order that was shipped. Nothing is undone for it; people decide.
public enum OrderIssue {
  /// Not all of its money was taken: the capture was declined, the authorisation lapsed or was given up.
  PAYMENT_MISSING,
  /// More pieces were sent than its stock had left: what it held had been released by hand, and others
  /// have bought it.
  SHIPPED_SHORT
}
