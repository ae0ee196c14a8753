package io.daybook.benchmarks.side;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.daybook.app.ExitCode;
import io.daybook.app.cli.Subcommand;
import io.daybook.benchmarks.program.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What `bench` runs in a process of its own: takes tasks and questions, a line each, until there are no more.
@Command(name = "bench-side", hidden = true, description = "A part of `bench`.")
public final class SideProcess implements Subcommand {
  static final String ANSWER = "answer ";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--kind", required = true, description = "What runs: ${COMPLETION-CANDIDATES}.")
  private Kind kind = Kind.ARTICLES;

  @Option(names = "--data", required = true, description = "The folder of its database.")
  private Path data = Path.of(".");

  @Option(names = "--without-projections", description = "Let the projections stand still.")
  private boolean withoutProjections;

  @Override
  public Integer call() throws Exception {
    try (Program program = kind.open(data)) {
      if (withoutProjections) {
        program.projections().stopWhenIdle();
      }
      answerAll(new TaskRunner(program, data));
    }
    return ExitCode.OK.status();
  }

  private void answerAll(TaskRunner tasks) throws IOException, InterruptedException {
    BufferedReader requests = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    PrintWriter out = spec.commandLine().getOut();
    for (@Nullable String line = requests.readLine(); line != null; line = requests.readLine()) {
      out.println(answer(tasks, line));
      out.flush();
    }
  }

  private static String answer(TaskRunner tasks, String line) throws InterruptedException {
    return isQuestion(line)
        ? ANSWER + number(tasks, Question.valueOf(line))
        : tasks.run(Task.read(line)).text();
  }

  private static boolean isQuestion(String line) {
    return Arrays.stream(Question.values()).anyMatch(question -> question.name().equals(line));
  }

  private static long number(TaskRunner tasks, Question question) {
    return switch (question) {
      case HEAD -> tasks.head();
      case HEAP -> heapInUse();
      case SETTLE -> {
        tasks.settle();
        yield 0;
      }
    };
  }

  private static long heapInUse() {
    ManagementFactory.getMemoryMXBean().gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
