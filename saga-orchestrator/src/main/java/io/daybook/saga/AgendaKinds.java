package io.daybook.saga;

/// The kinds of entries that processes put on the agenda. They are stored, and never change.
public final class AgendaKinds {
  public static final String PLACEMENT_TIMEOUT = "placement-timeout";
  public static final String PAYMENT_LOOKUP = "payment-lookup";
  public static final String UNWANTED_PAYMENT = "unwanted-payment";
  public static final String RESERVATION_EXPIRY = "reservation-expiry";
  public static final String CART_EXPIRY = "cart-expiry";
  public static final String CART_LINE_REMOVAL = "cart-line-removal";
  public static final String CART_LINE_REPRICING = "cart-line-repricing";

  /// A recurring task, without an entry for a tenant.
  public static final String PLACEMENT_WATCH = "placement-watch";

  private AgendaKinds() {}
}
