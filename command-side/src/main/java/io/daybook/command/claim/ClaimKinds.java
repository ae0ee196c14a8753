package io.daybook.command.claim;

/// What is claimed within a tenant. The names are stored: a kind that is spelt otherwise finds none of
/// the claims that were taken before.
public final class ClaimKinds {
  /// An e-mail address, by the customer whom it belongs to.
  public static final String CUSTOMER_EMAIL = "customer-email";

  /// A category's name in lower case, by the category.
  public static final String CATEGORY_NAME = "category-name";

  /// A variant's id, by its product: a variant's stock is found without the product's id.
  public static final String PRODUCT_VARIANT = "product-variant";

  /// A guest's cart, by the customer who has merged it.
  public static final String GUEST_CART = "guest-cart";

  /// A cart, by the order that is being placed from it, until the cart has given up its lines.
  public static final String CHECKOUT = "checkout";

  /// An order that is not delivered, cancelled or failed, by its customer.
  public static final String OPEN_ORDER = "open-order";

  /// A payment beside the order's own, by its number among the payments of the order.
  public static final String ORDER_PAYMENT = "order-payment";

  /// An order's number, by the order.
  public static final String ORDER_NUMBER = "order-number";

  private ClaimKinds() {}
}
