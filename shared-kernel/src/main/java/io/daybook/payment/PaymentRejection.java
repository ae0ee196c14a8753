package io.daybook.payment;

import io.daybook.kernel.RejectionCode;

/// Why something asked of a payment is refused.
public enum PaymentRejection implements RejectionCode {
  PAYMENT_NOT_FOUND(Kind.NOT_FOUND, "There is no such payment."),
  ORIGINAL_PAYMENT_NOT_FOUND(Kind.NOT_FOUND, "There is no payment to refund."),
  PAYMENT_ID_TAKEN(
      Kind.CONFLICT, "This id belongs to a payment that was requested with other data."),
  UNSUPPORTED_CARD_TYPE(
      Kind.RULE_BROKEN, "A payment method names one of the shop's gateways and a token it takes."),
  CARD_DECLINED(Kind.RULE_BROKEN, "The payment was declined."),
  GATEWAY_ERROR(Kind.RULE_BROKEN, "The gateway did not take the request."),
  PAYPAL_SERVICE_ERROR(Kind.RULE_BROKEN, "PayPal did not take the request."),
  INVALID_AMOUNT(
      Kind.RULE_BROKEN, "An amount to pay is at least one minor unit, and at most 10^12."),
  INVALID_URL(Kind.RULE_BROKEN, "A return URL is an absolute http or https URL."),
  AMOUNT_MISMATCH(Kind.RULE_BROKEN, "The amount must be that of the order."),
  ORDER_NOT_FOUND(
      Kind.RULE_BROKEN, "There is no such order; only its own PayPal payment may come before it."),
  ORDER_OF_ANOTHER_CUSTOMER(Kind.RULE_BROKEN, "An order is paid by its own customer."),
  ORDER_NOT_PAYABLE(
      Kind.CONFLICT,
      "An order takes its own payment while it is placed, others while it stands, and none once it"
          + " has failed or is cancelled."),
  AMOUNT_EXCEEDS_OPEN(
      Kind.RULE_BROKEN,
      "No more is paid for an order than its total, less what is paid, held or on its way"
          + " already."),
  INVALID_STATUS_TRANSITION(
      Kind.CONFLICT, "The payment is not in a state from which this is possible."),
  AUTHORIZATION_EXPIRED(Kind.RULE_BROKEN, "The authorisation has expired."),
  AMOUNT_EXCEEDS_AUTHORIZED(Kind.RULE_BROKEN, "No more can be captured than was authorised."),
  REFUND_EXCEEDS_CAPTURED(
      Kind.RULE_BROKEN, "Refunds, and those in flight, never exceed what was captured."),
  REFUND_FAILED(Kind.RULE_BROKEN, "The gateway did not refund."),
  REFUND_ID_TAKEN(Kind.CONFLICT, "This id belongs to a refund of another amount."),
  HARD_DECLINE(Kind.RULE_BROKEN, "A hard decline is not retried."),
  OUTCOME_UNKNOWN(
      Kind.CONFLICT,
      "The outcome of the last attempt is not known yet; it is resolved, never retried.");

  private final Kind kind;
  private final String rule;

  PaymentRejection(Kind kind, String rule) {
    this.kind = kind;
    this.rule = rule;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public String rule() {
    return rule;
  }
}
