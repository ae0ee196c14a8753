package io.daybook.query.inventory;

import io.daybook.query.graphql.Ordering;

/// The orders in which stocks can be read. What is available changes between two pages; a stock may
/// then be met twice or not at all.
enum StockOrder implements Ordering {
  ID_ASC("stock_id", "text", true),
  ID_DESC("stock_id", "text", false),
  AVAILABLE_ASC("available", "integer", true),
  AVAILABLE_DESC("available", "integer", false);

  private final String column;
  private final String type;
  private final boolean ascending;

  StockOrder(String column, String type, boolean ascending) {
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
