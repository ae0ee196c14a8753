package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Rounds;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import io.daybook.benchmarks.side.Kind;
import io.daybook.benchmarks.side.Side;
import io.daybook.benchmarks.side.Task;
import io.daybook.benchmarks.side.Task.Action;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The first commands of a JVM that has just started, on an empty database.
public final class FirstCommands implements Measurement {
  private static final int MOST_ROUNDS = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.COLD);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    int rounds = Math.min(MOST_ROUNDS, Math.ceilDiv(lab.sizes().rounds(), 2));
    Rounds<Sample> samples =
        Rounds.alternate(
            rounds, () -> round(lab, Kind.DAYBOOK), () -> round(lab, Kind.ARTICLES_ON_STOCK));
    return List.of(
        Rows.rates(Subject.COLD, Lab.STOCK, samples, Sample::perSecond)
            .noting(
                String.format(Locale.ROOT, "the first %,d commands", lab.sizes().firstCommands())));
  }

  private static Sample round(Lab lab, Kind kind) throws Exception {
    Load load =
        Load.of(lab.sizes().callers(Commands.CALLERS), PATIENCE).upTo(lab.sizes().firstCommands());
    try (Side side = lab.alone(kind, true)) {
      return side.run(Task.of(Action.CREATE, load)).sample();
    }
  }
}
