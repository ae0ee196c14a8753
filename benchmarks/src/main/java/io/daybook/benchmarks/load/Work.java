package io.daybook.benchmarks.load;

/// One operation whose latency counts. It is called by many threads.
@FunctionalInterface
public interface Work {
  /// @param nth how many operations of this load were begun before it, all callers together
  void run(long nth) throws Exception;
}
