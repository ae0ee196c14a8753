package io.daybook.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The whole program in a process of its own, so that it can be killed.
///
/// A shell with job control puts it into a process group of its own, as a terminal does.
public record ChildProgram(Process shell, Path dataDirectory, Path output)
    implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  public static ChildProgram start(Path dataDirectory) throws IOException {
    return run(dataDirectory, "start", "--port", "0", "--log-format", "text");
  }

  public static ChildProgram run(Path dataDirectory, String... arguments) throws IOException {
    return run(dataDirectory, Map.of(), arguments);
  }

  public static ChildProgram run(
      Path dataDirectory, Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("bash", "-c", "set -m; \"$@\" & fg %1 >&2", "bash"));
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(Daybook.class.getName());
    command.addAll(List.of(arguments));
    command.addAll(List.of("--data-dir", dataDirectory.toString()));
    Path output = Files.createTempFile("daybook", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    Process shell = builder.start();
    return new ChildProgram(shell, dataDirectory, output);
  }

  public ServerFile awaitRunning() {
    return await()
        .atMost(PATIENCE)
        .conditionEvaluationListener(condition -> requireAlive())
        .until(() -> ServerFile.read(dataDirectory).filter(this::isMine), Optional::isPresent)
        .orElseThrow();
  }

  private boolean isMine(ServerFile server) {
    URI url = URI.create(server.url());
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      return socket.isConnected() && program().filter(it -> it.pid() == server.pid()).isPresent();
    } catch (IOException notYet) {
      return false;
    }
  }

  private void requireAlive() {
    if (!shell.isAlive()) {
      throw new IllegalStateException("the program ended by itself:\n" + text());
    }
  }

  Optional<ProcessHandle> program() {
    return shell.children().findFirst();
  }

  /// `kill -9` of the program alone.
  public void kill() {
    ProcessHandle program = program().orElseThrow();
    program.destroyForcibly();
    program.onExit().join();
  }

  /// What a terminal does on Ctrl-C: the signal goes to the whole process group.
  public void pressCtrlC() throws IOException, InterruptedException {
    String group = "-" + program().orElseThrow().pid();
    new ProcessBuilder("kill", "-INT", "--", group).start().waitFor();
  }

  public int exitStatus() throws InterruptedException {
    if (!shell.waitFor(PATIENCE)) {
      throw new IllegalStateException("the program does not end:\n" + text());
    }
    return shell.exitValue();
  }

  public String text() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    program().ifPresent(ProcessHandle::destroy);
    shell.onExit().join();
  }
}
