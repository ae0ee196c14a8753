package io.daybook.payment;

/// Where a payment stands. `UNKNOWN` is not failed: it waits for the gateway's word.
public enum PaymentStatus {
  REQUESTED,
  REDIRECTED,
  UNKNOWN,
  AUTHORIZED,
  DECLINED,
  CAPTURED,
  VOIDED,
  REFUNDED,
  FAILED
}
