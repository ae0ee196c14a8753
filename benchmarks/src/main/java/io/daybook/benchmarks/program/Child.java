package io.daybook.benchmarks.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The command line in a process of its own, from the same jar or classes and with the same JVM: for
/// what only a fresh one can show.
public final class Child implements AutoCloseable {
  private static final String MAIN = "io.daybook.app.Daybook";
  private static final int PATIENCE_SECONDS = 60;

  private final Process process;
  private final BufferedReader output;
  private final Writer input;

  private Child(Process process) {
    this.process = process;
    this.output = process.inputReader(UTF_8);
    this.input = process.outputWriter(UTF_8);
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

  /// Gives it a line to read.
  public void write(String line) throws IOException {
    input.write(line + "\n");
    input.flush();
  }

  /// Waits for a line of its.
  ///
  /// @throws IllegalStateException if it ended instead
  public String readLine() throws IOException, InterruptedException {
    @Nullable String line = output.readLine();
    if (line == null) {
      throw new IllegalStateException("A child ended with " + process.waitFor());
    }
    return line;
  }

  /// Tells it that nothing more comes, and waits until it has ended by itself.
  ///
  /// @throws IllegalStateException if it failed
  public void finish() throws IOException, InterruptedException {
    input.close();
    String text = output.readAllAsString();
    int status = process.waitFor();
    if (status != 0) {
      throw new IllegalStateException("A child ended with " + status + ": " + text);
    }
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
