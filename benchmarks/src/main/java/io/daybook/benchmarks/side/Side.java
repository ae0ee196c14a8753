package io.daybook.benchmarks.side;

import io.daybook.benchmarks.program.Child;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// The process of one side, as seen by who compares.
public final class Side implements AutoCloseable {
  private final Child process;

  private Side(Child process) {
    this.process = process;
  }

  /// With its projections running.
  public static Side start(Kind kind, Path data) throws IOException {
    return start(kind, data, List.of());
  }

  /// With its projections standing still.
  public static Side withoutProjections(Kind kind, Path data) throws IOException {
    return start(kind, data, List.of("--without-projections"));
  }

  private static Side start(Kind kind, Path data, List<String> options) throws IOException {
    List<String> arguments =
        new ArrayList<>(List.of("bench-side", "--kind=" + kind, "--data=" + data));
    arguments.addAll(options);
    return new Side(Child.start(Map.of(), arguments));
  }

  public Measured run(Task task) throws IOException, InterruptedException {
    return Measured.read(exchange(task.text(), Measured::isMeasured));
  }

  public long ask(Question question) throws IOException, InterruptedException {
    String answer = exchange(question.name(), line -> line.startsWith(SideProcess.ANSWER));
    return Long.parseLong(answer.substring(SideProcess.ANSWER.length()));
  }

  /// Skips what the program says besides.
  private String exchange(String request, Predicate<String> isAnswer)
      throws IOException, InterruptedException {
    process.write(request);
    String line = process.readLine();
    while (!isAnswer.test(line)) {
      line = process.readLine();
    }
    return line;
  }

  /// Waits until its PostgreSQL has stopped.
  @Override
  public void close() throws IOException, InterruptedException {
    try (process) {
      process.finish();
    }
  }
}
