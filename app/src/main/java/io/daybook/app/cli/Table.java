package io.daybook.app.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Aligned columns: text to the left, numbers to the right.
public final class Table {
  private Table() {}

  public static String of(List<List<String>> rows, int firstNumericColumn) {
    int[] widths =
        IntStream.range(0, rows.getFirst().size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    return rows.stream()
        .map(row -> line(row, widths, firstNumericColumn))
        .collect(Collectors.joining("\n"));
  }

  private static String line(List<String> row, int[] widths, int firstNumericColumn) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> cell(row.get(column), widths[column], column >= firstNumericColumn))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String cell(String text, int width, boolean toTheRight) {
    String padding = " ".repeat(width - text.length());
    return toTheRight ? padding + text : text + padding;
  }
}
