package io.daybook.query.rebuild;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the tables that serve differ from the ones that were rebuilt, both at the same position.
///
/// @param differences the first ones, column by column
/// @param deadLetters events that could not be handled in the rebuild, and those waiting behind them
/// @param pausedMillis for how long the projection's writers were held up to take the common position
public record Comparison(
    List<Table> tables, List<Difference> differences, long deadLetters, long pausedMillis) {

  /// @param differing rows that are only in one of both, or not the same in both
  public record Table(String table, long live, long rebuilt, long differing) {}

  /// @param column null when the row is missing in one of both
  public record Difference(
      String table,
      Map<String, Object> key,
      @Nullable String column,
      @Nullable Object live,
      @Nullable Object rebuilt) {}

  /// The number of rows that are not the same.
  public long differing() {
    return tables.stream().mapToLong(Table::differing).sum();
  }
}
