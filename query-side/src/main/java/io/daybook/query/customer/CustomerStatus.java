package io.daybook.query.customer;

/// Only a verified customer can order; of an erased one nothing personal is left.
public enum CustomerStatus {
  UNVERIFIED,
  VERIFIED,
  ERASED
}
