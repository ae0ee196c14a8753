package io.daybook.benchmarks.report;

import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.Spread;
import org.jspecify.annotations.Nullable;

/// One measured figure beside its peer's, or the reason why there is none.
///
/// @param value of the rounds
/// @param peer what it is compared with in the same run
/// @param latency of all rounds together, where operations were timed one by one
/// @param ceiling what the machine allows, where the CPU of an operation is known
/// @param note the circumstances, or why there is no value
public record ReportRow(
    Subject subject,
    @Nullable Spread value,
    @Nullable String peer,
    @Nullable Spread peerValue,
    @Nullable Sample latency,
    @Nullable Sample peerLatency,
    @Nullable Ceiling ceiling,
    @Nullable String note) {

  public static ReportRow of(Subject subject, Spread value) {
    return new ReportRow(subject, value, null, null, null, null, null, null);
  }

  public static ReportRow unmeasured(Subject subject, String reason) {
    return new ReportRow(subject, null, null, null, null, null, null, reason);
  }

  public ReportRow beside(String name, Spread figures) {
    return new ReportRow(subject, value, name, figures, latency, peerLatency, ceiling, note);
  }

  public ReportRow timed(Sample own) {
    return new ReportRow(subject, value, peer, peerValue, own, peerLatency, ceiling, note);
  }

  public ReportRow timed(Sample own, Sample peers) {
    return new ReportRow(subject, value, peer, peerValue, own, peers, ceiling, note);
  }

  public ReportRow below(Ceiling limit) {
    return new ReportRow(subject, value, peer, peerValue, latency, peerLatency, limit, note);
  }

  public ReportRow noting(@Nullable String remark) {
    return new ReportRow(subject, value, peer, peerValue, latency, peerLatency, ceiling, remark);
  }

  /// The value over the peer's: above 1 is good for a rate, and bad for a time.
  public @Nullable Double ratio() {
    return value == null || peerValue == null || peerValue.median() == 0
        ? null
        : value.median() / peerValue.median();
  }
}
