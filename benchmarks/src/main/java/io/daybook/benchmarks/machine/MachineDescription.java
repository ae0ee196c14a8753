package io.daybook.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the figures depend on, without the names of the machine or its folders.
public record MachineDescription(String cpu, int cores, long memoryMiB, String kernel, String jdk) {
  private static final Path LOAD = Path.of("/proc/loadavg");

  public static MachineDescription read() {
    return new MachineDescription(
        value("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch")),
        Runtime.getRuntime().availableProcessors(),
        value("/proc/meminfo", "MemTotal").map(MachineDescription::mebibytes).orElse(0L),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        System.getProperty("java.vm.name") + " " + Runtime.version());
  }

  /// How many processes wanted a core on average over 1, 5 and 15 minutes: above the number of cores
  /// the machine was busy with other things too.
  public static String loadAverages() {
    return firstLine(LOAD)
        .map(line -> String.join(" ", List.of(line.split(" ")).subList(0, 3)))
        .orElse("unknown");
  }

  public String describe() {
    return String.format(
        Locale.ROOT,
        "CPU         %s, %d cores%nMemory      %,d MiB%nKernel      %s%nJDK         %s",
        cpu,
        cores,
        memoryMiB,
        kernel,
        jdk);
  }

  private static long mebibytes(String text) {
    return Long.parseLong(text.replaceAll("\\D", "")) / 1024;
  }

  private static Optional<String> value(String file, String name) {
    return lines(Path.of(file)).stream()
        .filter(line -> line.startsWith(name))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst();
  }

  private static Optional<String> firstLine(Path file) {
    return lines(file).stream().findFirst();
  }

  /// None on a system that has no such file.
  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException notLinux) {
      return List.of();
    }
  }
}
