package io.daybook.benchmarks;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.cli.Subcommand;
import io.daybook.benchmarks.machine.MachineDescription;
import io.daybook.benchmarks.report.JsonRow;
import io.daybook.benchmarks.report.Report;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "bench",
    description = "Measure Daybook beside stock Axon, on a throw-away database.",
    footer = {"", "docs/benchmarks.md says what each row means."})
public final class Bench implements Subcommand {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--quick", description = "A first impression, in five minutes.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      completionCandidates = Names.class,
      description = "Only these rows, or all that begin so: ${COMPLETION-CANDIDATES}.")
  private List<String> only = List.of();

  @Option(
      names = "--growth",
      paramLabel = "SMALL,LARGE",
      split = ",",
      description = "The events of the small and of the large store for the growth rows.")
  private List<Long> growth = List.of();

  @Option(names = "--json", paramLabel = "FILE", description = "Write the rows to a file as well.")
  private @Nullable Path json;

  @Option(
      names = "--work-dir",
      paramLabel = "DIR",
      defaultValue = "${env:DAYBOOK_BENCH_DIR:-.daybook}",
      description =
          "Where to lay the throw-away data, on the disk to be measured (default"
              + " ${DEFAULT-VALUE}).")
  private Path workDirectory = Path.of(".daybook");

  @Override
  public Integer call() throws Exception {
    Set<Subject> wanted = wanted();
    Files.createDirectories(workDirectory);
    Path folder = Files.createTempDirectory(workDirectory, "bench-").toAbsolutePath();
    try {
      return measure(new Run(wanted), folder).status();
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private ExitCode measure(Run run, Path folder) throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    try (Lab lab = new Lab(folder, kept(), sizes(), this::tell)) {
      out.println(MachineDescription.read().describe());
      out.println("Disk        " + fileSystem(folder));
      out.println("PostgreSQL  " + lab.server().describe());
      out.println("Load        " + MachineDescription.loadAverages() + " before");
      out.flush();
      List<ReportRow> rows = run.in(lab);
      out.println("Load        " + MachineDescription.loadAverages() + " after");
      out.println();
      out.println(Report.of(rows));
      out.flush();
      if (json != null) {
        JsonRow.write(json, rows);
      }
    }
    run.failures().forEach(failure -> failure.printStackTrace(spec.commandLine().getErr()));
    return run.failures().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private Sizes sizes() {
    Sizes sizes = quick ? Sizes.quick() : Sizes.full();
    if (growth.isEmpty()) {
      return sizes;
    }
    if (growth.size() != 2 || growth.getFirst() < 1 || growth.getFirst() >= growth.getLast()) {
      throw new ParameterException(
          spec.commandLine(), "--growth takes two numbers, the smaller one first");
    }
    return sizes.growing(growth);
  }

  private Path kept() {
    return workDirectory.resolve("growth").toAbsolutePath();
  }

  private void tell(String progress) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(progress);
    err.flush();
  }

  private static String fileSystem(Path folder) {
    try {
      return Files.getFileStore(folder).type();
    } catch (IOException e) {
      throw new Failure(ExitCode.FAILED, "cannot look at the disk of " + folder, e);
    }
  }

  private Set<Subject> wanted() {
    if (only.isEmpty()) {
      return Subject.byDefault();
    }
    Set<Subject> wanted = EnumSet.noneOf(Subject.class);
    for (String name : only) {
      Set<Subject> named = Subject.named(name);
      if (named.isEmpty()) {
        throw new ParameterException(spec.commandLine(), "There is no row " + name);
      }
      wanted.addAll(named);
    }
    return wanted;
  }

  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(Subject.values()).map(Subject::row).iterator();
    }
  }
}
