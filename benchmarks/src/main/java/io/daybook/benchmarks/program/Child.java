package io.daybook.benchmarks.program;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The command line in a process of its own, from the same jar or classes and with the same JVM: for
/// what only a fresh one can show.
public final class Child implements AutoCloseable {
  private static final String MAIN = "io.daybook.app.Daybook";
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;

  private Child(Process process) {
    this.process = process;
  }

  public static Child start(Map<String, String> environment, List<String> arguments)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(arguments));
    builder.environment().keySet().removeIf(name -> name.startsWith("DAYBOOK_"));
    builder.environment().putAll(environment);
    return new Child(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  private static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X") || option.startsWith("--enable-native-access"))
        .forEach(command::add);
    String path = System.getProperty("java.class.path");
    command.addAll(isProgram(path) ? List.of("-jar", path) : List.of("-cp", path, MAIN));
    command.addAll(arguments);
    return command;
  }

  /// The bootable jar is alone on the path; in tests there are many.
  private static boolean isProgram(String path) {
    return path.endsWith(".jar") && !path.contains(System.getProperty("path.separator"));
  }

  /// What it wrote, when it has ended by itself.
  public List<String> output() throws IOException, InterruptedException {
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException("A child ended with " + status + ": " + text);
    }
    return text.lines().toList();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /// Asks it to end, and insists if that takes too long.
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
