package io.daybook.benchmarks.program;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `daybook verify` in a process of its own, with no server running.
public final class StoreVerification {
  private static final double NANOS_PER_MICRO = 1e3;

  private StoreVerification() {}

  /// What is not the process's start: that is taken off, as a proof of one event takes it.
  ///
  /// @param events that the store has
  public static double microsPerEvent(Path data, long events) throws Exception {
    Path proof = data.resolve("one-event.proof");
    Files.deleteIfExists(proof);
    long one = nanos(data, "--event=1", "--proof=" + proof);
    Files.delete(proof);
    long all = nanos(data, "--afresh");
    return (all - one) / NANOS_PER_MICRO / events;
  }

  private static long nanos(Path data, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("verify", "--data-dir=" + data));
    arguments.addAll(List.of(options));
    long start = System.nanoTime();
    try (Child child = Child.start(Map.of(), arguments)) {
      child.finish();
    }
    return System.nanoTime() - start;
  }
}
