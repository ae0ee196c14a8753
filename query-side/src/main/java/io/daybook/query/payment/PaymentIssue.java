package io.daybook.query.payment;

/// What people must look at of a payment.
public enum PaymentIssue {
  /// The gateway declined to capture it, or its authorisation had lapsed. It may be tried again, or the
  /// order be paid otherwise.
  CAPTURE_FAILED
}
