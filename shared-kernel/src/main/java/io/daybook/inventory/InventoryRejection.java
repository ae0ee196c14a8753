package io.daybook.inventory;

import io.daybook.kernel.RejectionCode;

/// Why a movement of stock is refused.
public enum InventoryRejection implements RejectionCode {
  PRODUCT_NOT_FOUND(Kind.NOT_FOUND, "There is no such product or variant."),
  STOCK_ID_TAKEN(Kind.CONFLICT, "A stock belongs to one product or variant; this id is another's."),
  NEGATIVE_QUANTITY(Kind.RULE_BROKEN, "A quantity on hand is never negative."),
  NEGATIVE_STOCK(
      Kind.RULE_BROKEN,
      "An adjustment must not leave less on hand than is reserved, nor less than zero."),
  INVALID_QUANTITY(Kind.RULE_BROKEN, "A quantity to move is at least 1."),
  INVALID_THRESHOLD(Kind.RULE_BROKEN, "A threshold is zero or more."),
  MISSING_REASON(Kind.RULE_BROKEN, "A change of stock by hand gives its reason."),
  INSUFFICIENT_STOCK(Kind.RULE_BROKEN, "No more can be reserved than is available."),
  QUANTITY_EXCEEDS_RESERVED(
      Kind.RULE_BROKEN,
      "No more can be released than is reserved, and without an order's id no more than is reserved"
          + " for no placed order.");

  private final Kind kind;
  private final String rule;

  InventoryRejection(Kind kind, String rule) {
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
