package io.daybook.query.graphql;

/// An order in which a list can be read: there is an index for it, and ids settle what is equal.
public interface Ordering {
  String name();

  /// Never null in any row.
  String column();

  /// The column's type in SQL.
  String type();

  boolean ascending();

  /// What the next row must be, compared with the last one.
  default String comparison() {
    return ascending() ? ">" : "<";
  }

  default String direction() {
    return ascending() ? "ASC" : "DESC";
  }
}
