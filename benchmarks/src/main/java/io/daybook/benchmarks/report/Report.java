package io.daybook.benchmarks.report;

import io.daybook.app.cli.Table;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows for people.
public final class Report {
  private static final List<String> HEADINGS =
      List.of(
          "ROW",
          "WHAT",
          "UNIT",
          "GOAL",
          "PEER",
          "VALUE",
          "ROUNDS",
          "PEER'S",
          "RATIO",
          "P50 MS",
          "P99 MS",
          "PEER'S P99",
          "CPU US",
          "CEILING",
          "OF IT");
  private static final int FIRST_NUMBER = 5;
  private static final String NONE = "-";

  private Report() {}

  public static String of(List<ReportRow> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADINGS);
    rows.forEach(row -> lines.add(line(row)));
    String table = Table.of(lines, FIRST_NUMBER);
    String notes =
        rows.stream()
            .filter(row -> row.note() != null)
            .map(row -> row.subject().row() + ": " + row.note())
            .collect(Collectors.joining("\n"));
    return notes.isEmpty() ? table : table + "\n\n" + notes;
  }

  private static List<String> line(ReportRow row) {
    Subject subject = row.subject();
    String peer = row.peer();
    Ceiling ceiling = row.ceiling();
    return List.of(
        subject.row(),
        subject.title(),
        subject.unit(),
        subject.goal(),
        peer == null ? NONE : peer,
        median(row.value()),
        range(row.value()),
        median(row.peerValue()),
        number(row.ratio()),
        millis(row.latency(), 50),
        millis(row.latency(), 99),
        millis(row.peerLatency(), 99),
        ceiling == null ? NONE : number(ceiling.cpuMicros()),
        ceiling == null ? NONE : number(ceiling.perSecond()),
        ceiling == null ? NONE : number(ceiling.share()));
  }

  private static String median(@Nullable Spread figures) {
    return figures == null ? NONE : number(figures.median());
  }

  private static String range(@Nullable Spread figures) {
    return figures == null ? NONE : number(figures.least()) + ".." + number(figures.most());
  }

  private static String millis(@Nullable Sample sample, double percentile) {
    return sample == null ? NONE : number(sample.millis(percentile));
  }

  /// Three digits or more: 12,345, 123, 12.3 and 1.23.
  static String number(@Nullable Double figure) {
    if (figure == null) {
      return NONE;
    }
    int decimals = figure >= 100 || figure == Math.rint(figure) ? 0 : figure >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", figure);
  }
}
