package io.daybook.benchmarks.report;

import java.util.Locale;

/// What the machine would do if its cores had no idle moment and an operation took the CPU that it took.
///
/// @param cpuMicros of an operation: of the callers, the program and PostgreSQL together
/// @param perSecond so many operations the cores allow
/// @param share of that which was reached
public record Ceiling(double cpuMicros, double perSecond, double share) {
  private static final double MICROS_PER_SECOND = 1e6;
  private static final double PERCENT = 100;

  /// @param rate that was measured, a second
  /// @param cpuMicros at that rate, more than 0
  public static Ceiling of(double rate, double cpuMicros, int cores) {
    double ceiling = cores * MICROS_PER_SECOND / cpuMicros;
    return new Ceiling(cpuMicros, ceiling, rate / ceiling);
  }

  public String describe() {
    return String.format(
        Locale.ROOT,
        "%,.0f us of CPU allow %,.0f/s, of which %.0f %% are reached",
        cpuMicros,
        perSecond,
        share * PERCENT);
  }
}
