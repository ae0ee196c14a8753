package io.daybook.benchmarks.load;

import java.util.List;

/// The middle of several rounds' figures, and how far they lie apart.
public record Spread(double median, double least, double most) {

  /// Of an even number of figures the median is the mean of the two in the middle.
  public static Spread of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalArgumentException("No round, no median");
    }
    List<Double> sorted = figures.stream().sorted().toList();
    int upper = sorted.size() / 2;
    int lower = (sorted.size() - 1) / 2;
    return new Spread(
        (sorted.get(lower) + sorted.get(upper)) / 2, sorted.getFirst(), sorted.getLast());
  }
}
