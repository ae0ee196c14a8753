package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Spread;
import io.daybook.benchmarks.program.Ids;
import io.daybook.benchmarks.program.Program;
import io.daybook.benchmarks.program.ServerStart;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// `daybook start` on the data that the run has left.
public final class Starts implements Measurement {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.START);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    long events = events(lab);
    lab.stopServer();
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < lab.sizes().rounds(); round++) {
      seconds.add(ServerStart.seconds(lab.data()));
    }
    return List.of(
        ReportRow.of(Subject.START, Spread.of(seconds))
            .noting(String.format(Locale.ROOT, "with %,d events stored", events)));
  }

  /// So many as the run has left, and at least one working set.
  private static long events(Lab lab) throws Exception {
    int set = lab.sizes().workingSet();
    long first = lab.ids().reserve(set);
    Program program = lab.programs().ours();
    Load.of(lab.sizes().callers(Commands.CALLERS), PATIENCE)
        .upTo(set)
        .run(nth -> program.create(Ids.of(first + nth)));
    program.projections().awaitHead(PATIENCE);
    return program.projections().head();
  }
}
