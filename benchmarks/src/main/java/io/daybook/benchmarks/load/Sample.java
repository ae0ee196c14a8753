package io.daybook.benchmarks.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/// What one round gave: how many operations in what time, and the latency of each, in nanoseconds.
public record Sample(long count, long nanos, Histogram latencies) {
  private static final int DIGITS = 3;
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MILLI = 1e6;

  /// It grows as needed.
  public static Histogram histogram() {
    Histogram histogram = new Histogram(DIGITS);
    histogram.setAutoResize(true);
    return histogram;
  }

  public double perSecond() {
    return nanos == 0 ? 0 : count * NANOS_PER_SECOND / nanos;
  }

  /// The same operations, if they took until a later moment.
  public Sample lasting(long longer) {
    return new Sample(count, longer, latencies);
  }

  public double millis(double percentile) {
    return latencies.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
  }

  /// How many operations took longer.
  public long slowerThan(double millis) {
    long limit = (long) (millis * NANOS_PER_MILLI);
    return latencies.getTotalCount()
        - latencies.getCountBetweenValues(0, latencies.highestEquivalentValue(limit));
  }

  /// All rounds as one, for percentiles over all of them.
  public static Sample merged(List<Sample> samples) {
    Histogram all = histogram();
    samples.forEach(sample -> all.add(sample.latencies));
    return new Sample(
        samples.stream().mapToLong(Sample::count).sum(),
        samples.stream().mapToLong(Sample::nanos).sum(),
        all);
  }
}
