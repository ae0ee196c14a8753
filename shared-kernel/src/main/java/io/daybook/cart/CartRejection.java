package io.daybook.cart;

import io.daybook.kernel.RejectionCode;

/// Why something asked of a cart is refused.
public enum CartRejection implements RejectionCode {
  CART_NOT_FOUND(Kind.NOT_FOUND, "There is no such cart."),
  GUEST_CART_NOT_FOUND(Kind.NOT_FOUND, "There is no such guest cart."),
  CART_OF_ANOTHER_CUSTOMER(Kind.FORBIDDEN, "A cart belongs to one customer."),
  CUSTOMER_NOT_FOUND(Kind.RULE_BROKEN, "There is no such customer."),
  PRODUCT_NOT_FOUND(Kind.RULE_BROKEN, "There is no such product."),
  PRODUCT_INACTIVE(Kind.RULE_BROKEN, "Only active products can be bought."),
  VARIANT_REQUIRED(Kind.RULE_BROKEN, "This product is sold by variant: one of them must be named."),
  VARIANT_NOT_FOUND(Kind.RULE_BROKEN, "The product has no such variant."),
  OUT_OF_STOCK(Kind.RULE_BROKEN, "Nothing of this is left."),
  INVALID_QUANTITY(
      Kind.RULE_BROKEN,
      "A quantity is at least 1 (0 removes the line of an update) and at most a million."),
  QUANTITY_EXCEEDS_STOCK(Kind.RULE_BROKEN, "No more can be in a cart than is available."),
  ITEM_ID_TAKEN(Kind.CONFLICT, "This id belongs to a line that was added with other data."),
  ITEM_NOT_IN_CART(Kind.RULE_BROKEN, "The cart has no such line."),
  NOTHING_TO_RESTORE(Kind.RULE_BROKEN, "This line was not removed, or too long ago."),
  CART_STILL_ACTIVE(Kind.RULE_BROKEN, "The cart was used more recently than the given instant."),
  CURRENCY_MISMATCH(Kind.RULE_BROKEN, "All lines of a cart have one currency.");

  private final Kind kind;
  private final String rule;

  CartRejection(Kind kind, String rule) {
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
