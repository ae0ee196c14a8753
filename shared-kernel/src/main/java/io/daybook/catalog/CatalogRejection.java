package io.daybook.catalog;

import io.daybook.kernel.RejectionCode;

/// Why something asked of the catalogue is refused.
public enum CatalogRejection implements RejectionCode {
  CATEGORY_ID_TAKEN(
      Kind.CONFLICT, "This id belongs to a category that was created with other data."),
  CATEGORY_NAME_NOT_UNIQUE(Kind.CONFLICT, "A category name is used once within a tenant."),
  CATEGORY_NOT_FOUND(Kind.RULE_BROKEN, "There is no such category."),
  PARENT_NOT_FOUND(Kind.RULE_BROKEN, "There is no such parent category."),
  EXCEEDS_MAX_NESTING(Kind.RULE_BROKEN, "Categories are nested at most 3 deep."),
  PRODUCT_NOT_FOUND(Kind.NOT_FOUND, "There is no such product."),
  PRODUCT_ID_TAKEN(Kind.CONFLICT, "This id belongs to a product that was created with other data."),
  PRODUCT_DELETED(Kind.RULE_BROKEN, "A deleted product is not changed any more."),
  INVALID_NAME(Kind.RULE_BROKEN, "A name has 1 to 200 characters."),
  INVALID_PRICE(
      Kind.RULE_BROKEN, "A price is at least one minor unit (0.01) and at most 10^12 of them."),
  INVALID_DATA(Kind.RULE_BROKEN, "A change must change something, to a valid value."),
  VARIANT_ID_TAKEN(Kind.CONFLICT, "This id belongs to a variant that was added with other data.");

  private final Kind kind;
  private final String rule;

  CatalogRejection(Kind kind, String rule) {
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
