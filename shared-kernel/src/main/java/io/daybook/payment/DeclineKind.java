package io.daybook.payment;

/// A soft decline may pass another time; a hard one is never retried.
public enum DeclineKind {
  SOFT,
  HARD
}
