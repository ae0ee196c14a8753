package io.daybook.benchmarks.machine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The CPU time of this program and of a process with its children, as /proc has it.
public final class CpuTime {
  private static final Path PROC = Path.of("/proc");

  /// A tick of /proc is a hundredth of a second on every Linux.
  private static final long NANOS_PER_TICK = 10_000_000;

  // Fields of /proc/PID/stat after the name, which is in brackets and may hold anything.
  private static final int PARENT = 1;
  private static final int USER = 11;
  private static final int SYSTEM = 12;
  private static final int CHILDREN_USER = 13;
  private static final int CHILDREN_SYSTEM = 14;

  private CpuTime() {}

  public static boolean isKnown() {
    return Files.isReadable(PROC.resolve("self/stat"));
  }

  /// Nanoseconds so far, of all threads of this program.
  public static long ofThisProgram() {
    OperatingSystemMXBean self =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return self.getProcessCpuTime();
  }

  /// Nanoseconds so far, of another process and its children, those that have ended included.
  public static long ofFamily(long parent) {
    String process = Long.toString(parent);
    long ticks =
        stat(process).map(fields -> own(fields) + ended(fields)).orElse(0L)
            + processes()
                .flatMap(child -> stat(child).stream())
                .filter(fields -> fields.get(PARENT).equals(process))
                .mapToLong(CpuTime::own)
                .sum();
    return ticks * NANOS_PER_TICK;
  }

  private static long own(List<String> fields) {
    return Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(SYSTEM));
  }

  private static long ended(List<String> fields) {
    return Long.parseLong(fields.get(CHILDREN_USER)) + Long.parseLong(fields.get(CHILDREN_SYSTEM));
  }

  private static Stream<String> processes() {
    return ProcessHandle.allProcesses().map(process -> Long.toString(process.pid()));
  }

  private static Optional<List<String>> stat(String process) {
    try {
      String line = Files.readString(PROC.resolve(process).resolve("stat"));
      return Optional.of(List.of(line.substring(line.lastIndexOf(')') + 2).split(" ")));
    } catch (IOException ended) {
      return Optional.empty();
    }
  }
}
