package io.daybook.query.catalog;

import io.daybook.query.graphql.Ordering;

/// The orders in which categories and products can be read.
enum CatalogOrder implements Ordering {
  NAME_ASC("name", "text", true),
  NAME_DESC("name", "text", false),
  CREATED_AT_ASC("created_at", "timestamptz", true),
  CREATED_AT_DESC("created_at", "timestamptz", false);

  private final String column;
  private final String type;
  private final boolean ascending;

  CatalogOrder(String column, String type, boolean ascending) {
    this.column = column;
    this.type = type;
    this.ascending = ascending;
  }

  @Override
  public String column() {
    return column;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public boolean ascending() {
    return ascending;
  }
}
