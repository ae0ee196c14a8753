package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.load.Rounds;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.Spread;
import io.daybook.benchmarks.machine.CpuTime;
import io.daybook.benchmarks.report.Ceiling;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import io.daybook.benchmarks.side.Measured;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// From the rounds of both sides to a row.
final class Rows {
  private Rows() {}

  static <T> ReportRow of(
      Subject subject, String peer, Rounds<T> rounds, ToDoubleFunction<T> figure) {
    return ReportRow.of(subject, spread(rounds.ours(), figure))
        .beside(peer, spread(rounds.peers(), figure));
  }

  static ReportRow rates(
      Subject subject, String peer, Rounds<Sample> rounds, ToDoubleFunction<Sample> figure) {
    return of(subject, peer, rounds, figure)
        .timed(Sample.merged(rounds.ours()), Sample.merged(rounds.peers()));
  }

  /// Rates, latencies, and what the machine would allow.
  ///
  /// @param events of an operation, where events are counted
  static ReportRow measured(Subject subject, String peer, Rounds<Measured> rounds, int events) {
    ReportRow row =
        of(subject, peer, rounds, measured -> measured.perSecond() * events)
            .timed(merged(rounds.ours()), merged(rounds.peers()));
    Optional<Ceiling> ours = ceiling(rounds.ours(), events);
    Optional<Ceiling> peers = ceiling(rounds.peers(), events);
    return ours.map(row::below)
        .orElse(row)
        .noting(peers.map(limit -> peer + ": " + limit.describe()).orElse(null));
  }

  private static Sample merged(List<Measured> rounds) {
    return Sample.merged(rounds.stream().map(Measured::sample).toList());
  }

  static Optional<Ceiling> ceiling(List<Measured> rounds, int events) {
    double cpu = spread(rounds, Measured::cpuMicros).median() / events;
    double rate = spread(rounds, Measured::perSecond).median() * events;
    return CpuTime.isKnown() && cpu > 0
        ? Optional.of(Ceiling.of(rate, cpu, Runtime.getRuntime().availableProcessors()))
        : Optional.empty();
  }

  static <T> Spread spread(List<T> rounds, ToDoubleFunction<T> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
  }
}
