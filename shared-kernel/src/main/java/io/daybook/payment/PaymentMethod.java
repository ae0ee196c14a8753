package io.daybook.payment;

import io.daybook.kernel.Rejection;

/// A gateway and the token that it knows the customer's means of payment by: `sandbox:approve`.
public record PaymentMethod(String gateway, String token) {
  /// @throws Rejection with [PaymentRejection#UNSUPPORTED_CARD_TYPE] unless it is `gateway:token`
  public static PaymentMethod parse(String id) {
    int colon = id.indexOf(':');
    if (colon < 1 || colon == id.length() - 1) {
      throw Rejection.of(PaymentRejection.UNSUPPORTED_CARD_TYPE)
          .with("paymentMethodId", id, "must be <gateway>:<token>");
    }
    return new PaymentMethod(id.substring(0, colon), id.substring(colon + 1));
  }

  /// Whether the customer approves on the gateway's own page (PayPal).
  public boolean redirects() {
    return token.equals("paypal");
  }

  @Override
  public String toString() {
    return gateway + ":" + token;
  }
}
