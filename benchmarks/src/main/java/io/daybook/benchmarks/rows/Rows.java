package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.load.Rounds;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.Spread;
import io.daybook.benchmarks.report.Row;
import io.daybook.benchmarks.report.Subject;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// From the rounds of both sides to a row.
final class Rows {
  private Rows() {}

  static <T> Row of(Subject subject, String peer, Rounds<T> rounds, ToDoubleFunction<T> figure) {
    return Row.of(subject, spread(rounds.ours(), figure))
        .beside(peer, spread(rounds.peers(), figure));
  }

  static Row rates(
      Subject subject, String peer, Rounds<Sample> rounds, ToDoubleFunction<Sample> figure) {
    return of(subject, peer, rounds, figure)
        .timed(Sample.merged(rounds.ours()), Sample.merged(rounds.peers()));
  }

  static <T> Spread spread(List<T> rounds, ToDoubleFunction<T> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
  }
}
