package io.daybook.benchmarks.load;

import java.time.Duration;

/// So many callers at once, until so many operations are done or the time is over.
///
/// @param perSecond at which rate operations are begun, however long they take; 0 begins the next
///     one as soon as a caller is free
public record Load(int callers, long count, Duration atMost, int perSecond) {

  public static Load of(int callers, Duration atMost) {
    return new Load(callers, Long.MAX_VALUE, atMost, 0);
  }

  public Load upTo(long operations) {
    return new Load(callers, operations, atMost, perSecond);
  }

  public Load at(int rate) {
    return new Load(callers, count, atMost, rate);
  }

  /// @throws IllegalStateException when an operation failed: there is no figure then
  public Sample run(Work work) throws InterruptedException {
    return new Callers(this, work).run();
  }
}
