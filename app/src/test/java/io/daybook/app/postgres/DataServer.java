package io.daybook.app.postgres;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Does to the PostgreSQL of a data directory what happens to one, while a program runs on it.
public record DataServer(Path folder) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// As in a power failure: nothing is finished, nothing is written. It is over when this returns, and
  /// another one may run already.
  public void stopImmediately() throws IOException {
    ProcessHandle server = postmaster();
    Tool.Outcome outcome =
        tool()
            .run(
                "pg_ctl",
                List.of(
                    "stop",
                    "--pgdata=" + folder.resolve("postgres"),
                    "--mode=immediate",
                    "--no-wait")); // for its pid file, which is another one's soon
    if (!outcome.succeeded()) {
      throw new IOException(outcome.output());
    }
    await().atMost(PATIENCE).until(() -> !server.isAlive());
  }

  private Tool tool() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new Tool(
          files
              .filter(file -> file.getFileName().toString().startsWith("postgres-"))
              .findFirst()
              .orElseThrow());
    }
  }

  /// As on a machine whose disk does not answer. Closed, it goes on.
  public Freeze freeze() throws IOException, InterruptedException {
    Freeze freeze = new Freeze(processes());
    freeze.signal("STOP");
    return freeze;
  }

  private ProcessHandle postmaster() throws IOException {
    long server =
        Long.parseLong(
            Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip());
    return ProcessHandle.of(server).orElseThrow();
  }

  private List<String> processes() throws IOException {
    ProcessHandle postmaster = postmaster();
    return Stream.concat(Stream.of(postmaster), postmaster.descendants())
        .map(process -> Long.toString(process.pid()))
        .toList();
  }

  public record Freeze(List<String> processes) implements AutoCloseable {
    private void signal(String name) throws IOException, InterruptedException {
      List<String> command = new ArrayList<>(List.of("kill", "-" + name));
      command.addAll(processes);
      new ProcessBuilder(command).start().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
      signal("CONT");
    }
  }
}
