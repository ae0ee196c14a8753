package io.daybook.query.graphql;

/// An order in which a list can be read. There is an index for it, and ids settle what is equal.
///
/// @param name its value in the schema, such as `CREATED_AT_DESC`
/// @param column never null in any row
/// @param type the column's type in SQL
record Ordering(String name, String column, String type, boolean ascending) {

  /// How the next row compares with the last one.
  String comparison() {
    return ascending ? ">" : "<";
  }

  String direction() {
    return ascending ? "ASC" : "DESC";
  }
}
