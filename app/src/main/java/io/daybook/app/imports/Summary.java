package io.daybook.app.imports;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What was refused, and whether the files and the shop agree on the rest.
record Summary(Source source, Map<Integer, Refusal> refused, List<FigureComparison> comparisons) {

  static Summary of(Source source, Session session, Map<Integer, Refusal> refused)
      throws InterruptedException {
    long position = source.close(session);
    Figures found = new PlacedOrders(session, position).figures(source);
    List<FigureComparison> comparisons = new ArrayList<>(source.compare(session, found, position));
    comparisons.add(
        FigureComparison.of("refused", source.expectedRefusals().size(), refused.size()));
    return new Summary(source, refused, comparisons);
  }

  boolean agrees() {
    return comparisons.stream().allMatch(FigureComparison::agrees)
        && new HashSet<>(source.expectedRefusals()).equals(refused.keySet());
  }

  void print(PrintWriter out) {
    refused.forEach(
        (row, refusal) ->
            out.printf("refused  %s  %s  %s%n", source.place(row), refusal.code(), refusal.rule()));
    out.println();
    out.printf(Locale.ROOT, "%-34s %18s %18s%n", "", "files", "shop");
    comparisons.forEach(out::println);
    out.flush();
  }
}
