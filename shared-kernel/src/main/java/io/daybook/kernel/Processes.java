package io.daybook.kernel;

/// Who acts where Daybook itself does. The names stand in the metadata of events, and those who decide
/// on a command tell by them which process has sent it.
public final class Processes {
  public static final Actor ORDER_PLACEMENT = Actor.process("order-placement");
  public static final Actor PAYMENT_GATEWAY = Actor.process("payment-gateway");
  public static final Actor RESERVATION_EXPIRY = Actor.process("reservation-expiry");
  public static final Actor CART_UPKEEP = Actor.process("cart-upkeep");

  private Processes() {}
}
