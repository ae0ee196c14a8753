package io.daybook.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Does to the PostgreSQL of a data directory what happens to one, while a program runs on it.
public record DataServer(Path folder) {
  private static final int WAIT_SECONDS = 60;

  /// As in a power failure: nothing is finished, nothing is written.
  public void stopImmediately() throws IOException {
    run("stop", "--mode=immediate");
  }

  /// As whoever watches over it does.
  public void start() throws IOException {
    run("start", "--log=" + folder.resolve("log/postgres-start.log"));
  }

  private void run(String action, String option) throws IOException {
    Tool.Outcome outcome =
        tool()
            .run(
                "pg_ctl",
                List.of(
                    action,
                    "--pgdata=" + folder.resolve("postgres"),
                    option,
                    "--wait",
                    "--timeout=" + WAIT_SECONDS));
    if (!outcome.succeeded()) {
      throw new IOException(outcome.output());
    }
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

  private List<String> processes() throws IOException {
    long server =
        Long.parseLong(
            Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst().strip());
    ProcessHandle postmaster = ProcessHandle.of(server).orElseThrow();
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
