package io.daybook.payment;

/// What a gateway can be asked. `REDIRECT` sends the customer to the gateway's own page.
public enum PaymentOperation {
  AUTHORIZE,
  CHARGE,
  REDIRECT,
  CAPTURE,
  VOID,
  REFUND
}
