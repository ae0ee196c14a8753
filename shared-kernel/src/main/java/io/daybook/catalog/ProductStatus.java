package io.daybook.catalog;

/// Where a product stands. Only an active one can be bought; a deleted one is kept for its history.
public enum ProductStatus {
  DRAFT,
  ACTIVE,
  INACTIVE,
  DELETED
}
