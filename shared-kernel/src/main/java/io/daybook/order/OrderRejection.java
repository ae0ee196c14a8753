package io.daybook.order;

import io.daybook.kernel.RejectionCode;

/// Why something asked of an order is refused, or why its placement failed.
public enum OrderRejection implements RejectionCode {
  ORDER_NOT_FOUND(Kind.NOT_FOUND, "There is no such order."),
  ORDER_ID_TAKEN(Kind.CONFLICT, "This id belongs to an order that was placed with other data."),
  CUSTOMER_NOT_FOUND(Kind.RULE_BROKEN, "There is no such customer."),
  EMAIL_NOT_VERIFIED(
      Kind.RULE_BROKEN, "A customer orders only after the e-mail address was verified."),
  ADDRESS_NOT_FOUND(Kind.RULE_BROKEN, "The customer has no such shipping address."),
  CART_EMPTY(Kind.RULE_BROKEN, "An order needs at least one line."),
  CART_OF_ANOTHER_CUSTOMER(Kind.FORBIDDEN, "A cart belongs to one customer."),
  CHECKOUT_IN_PROGRESS(Kind.CONFLICT, "This cart is being ordered already."),
  PRODUCT_UNAVAILABLE(Kind.RULE_BROKEN, "A product in the cart is not for sale any more."),
  VARIANT_REQUIRED(
      Kind.RULE_BROKEN,
      "A product in the cart is sold by variant by now: one of them must be chosen."),
  PRICE_CHANGED(
      Kind.CONFLICT,
      "A price has changed since the line was put into the cart, or since the total was shown."),
  INVALID_PRICE(
      Kind.RULE_BROKEN,
      "A price, and what an order comes to, is at least one minor unit (0.01) and at most 10^12."),
  INVALID_DISCOUNT(Kind.RULE_BROKEN, "A discount is a fraction from 0 to below 1."),
  INVALID_TERMS(
      Kind.RULE_BROKEN,
      "Terms by hand name lines of the cart, once each, and amounts from 0 to 10^12 minor units."),
  OUT_OF_STOCK(Kind.RULE_BROKEN, "Less is left than was ordered."),
  PAYMENT_FAILED(Kind.RULE_BROKEN, "The payment was not approved."),
  PLACEMENT_TIMED_OUT(Kind.RULE_BROKEN, "The payment did not come while the stock was held."),
  PLACEMENT_CANCELLED(Kind.RULE_BROKEN, "The placement was cancelled before it was done."),
  UNKNOWN_PAYMENT_METHOD(
      Kind.RULE_BROKEN, "A payment method names one of the shop's gateways and a token."),
  INVALID_STATUS_TRANSITION(
      Kind.CONFLICT, "The order is not in a state from which this is possible."),
  MISSING_TRACKING(Kind.RULE_BROKEN, "A shipment needs a carrier and a tracking number."),
  MISSING_REASON(Kind.RULE_BROKEN, "A cancellation gives its reason."),
  ALREADY_SHIPPED(Kind.CONFLICT, "An order can be cancelled until it is shipped.");

  private final Kind kind;
  private final String rule;

  OrderRejection(Kind kind, String rule) {
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
