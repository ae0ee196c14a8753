package io.daybook.benchmarks.report;

import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.Spread;
import org.jspecify.annotations.Nullable;

/// One measured figure beside its peer's, or the reason why there is none.
///
/// @param value of the rounds
/// @param peer what it is compared with in the same run
/// @param latency of all rounds together, where operations were timed one by one
/// @param note the circumstances, or why there is no value
public record Row(
    Subject subject,
    @Nullable Spread value,
    @Nullable String peer,
    @Nullable Spread peerValue,
    @Nullable Sample latency,
    @Nullable Sample peerLatency,
    @Nullable String note) {

  public static Row of(Subject subject, Spread value) {
    return new Row(subject, value, null, null, null, null, null);
  }

  public static Row unmeasured(Subject subject, String reason) {
    return new Row(subject, null, null, null, null, null, reason);
  }

  public Row beside(String name, Spread figures) {
    return new Row(subject, value, name, figures, latency, peerLatency, note);
  }

  public Row timed(Sample own) {
    return new Row(subject, value, peer, peerValue, own, peerLatency, note);
  }

  public Row timed(Sample own, Sample peers) {
    return new Row(subject, value, peer, peerValue, own, peers, note);
  }

  public Row noting(String remark) {
    return new Row(subject, value, peer, peerValue, latency, peerLatency, remark);
  }

  /// The value over the peer's: above 1 is good for a rate, and bad for a time.
  public @Nullable Double ratio() {
    return value == null || peerValue == null || peerValue.median() == 0
        ? null
        : value.median() / peerValue.median();
  }
}
