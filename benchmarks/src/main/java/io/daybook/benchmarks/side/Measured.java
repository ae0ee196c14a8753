package io.daybook.benchmarks.side;

import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.SampleText;

/// What came of a task.
///
/// @param sample whose time goes on until everything is projected, if that was part of the task
/// @param programNanos of CPU, of the callers and the program in the side's process
/// @param postgresNanos of CPU, of all processes of the side's PostgreSQL
public record Measured(Sample sample, long programNanos, long postgresNanos) {
  private static final String MARK = "measured ";
  private static final double NANOS_PER_MICRO = 1e3;

  public double perSecond() {
    return sample.perSecond();
  }

  /// Of the program, the callers and PostgreSQL together, for each operation.
  public double cpuMicros() {
    return micros(programNanos + postgresNanos);
  }

  public double programMicros() {
    return micros(programNanos);
  }

  private double micros(long nanos) {
    return nanos / NANOS_PER_MICRO / Math.max(1, sample.count());
  }

  String text() {
    return MARK + programNanos + " " + postgresNanos + " " + SampleText.write(sample);
  }

  static boolean isMeasured(String line) {
    return line.startsWith(MARK);
  }

  static Measured read(String line) {
    String[] words = line.substring(MARK.length()).split(" ", 3);
    return new Measured(
        SampleText.read(words[2]), Long.parseLong(words[0]), Long.parseLong(words[1]));
  }
}
