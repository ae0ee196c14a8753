package io.daybook.benchmarks;

import io.daybook.app.ExitCode;
import io.daybook.app.cli.Subcommand;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.SampleText;
import io.daybook.benchmarks.machine.Connections;
import io.daybook.benchmarks.program.DaybookProgram;
import io.daybook.benchmarks.program.Ids;
import io.daybook.benchmarks.program.Program;
import io.daybook.benchmarks.program.StockProgram;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// What `bench` runs in a process of its own: the first commands after a start.
@Command(name = "bench-cold", hidden = true, description = "A part of `bench`.")
public final class ColdStart implements Subcommand {
  /// The database, with its password, which is nobody's business in a list of processes.
  public static final String DATABASE = "DAYBOOK_BENCH_DATABASE";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--stock", description = "Stock Axon instead of Daybook.")
  private boolean stock;

  @Option(names = "--folder", required = true, description = "A folder of its own.")
  private Path folder = Path.of(".");

  @Option(names = "--callers", required = true, description = "How many callers.")
  private int callers;

  @Option(names = "--count", required = true, description = "How many commands.")
  private int count;

  @Override
  public Integer call() throws Exception {
    Ids ids = new Ids();
    try (Program program = program(System.getenv(DATABASE))) {
      Sample sample = Load.of(callers, PATIENCE).upTo(count).run(nth -> program.create(ids.next()));
      PrintWriter out = spec.commandLine().getOut();
      out.println(SampleText.write(sample));
      out.flush();
    }
    return ExitCode.OK.status();
  }

  private Program program(String database) {
    return stock
        ? new StockProgram(Connections.to(database))
        : DaybookProgram.start(folder, database);
  }
}
