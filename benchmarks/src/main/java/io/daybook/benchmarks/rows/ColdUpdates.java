package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.program.Ids;
import io.daybook.benchmarks.program.Program;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// Each of many aggregates is updated once, after a restart: no cache has seen it.
public final class ColdUpdates implements Measurement {
  private static final int CALLERS = 64;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /// Further apart than what one page of the database holds; a prime, so that each is met once.
  private static final long STRIDE = 7919;

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.UPDATE_COLD);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    int set = lab.sizes().coldSet();
    if (set == 0) {
      return List.of(ReportRow.unmeasured(Subject.UPDATE_COLD, "only without --quick"));
    }
    long first = lab.ids().reserve(set);
    Load load = Load.of(lab.sizes().callers(CALLERS), PATIENCE).upTo(set);
    lab.programs().alternate(1, program -> create(program, load, first));
    return List.of(
        Rows.rates(
            Subject.UPDATE_COLD,
            Lab.STOCK,
            lab.restarted()
                .alternate(
                    1,
                    program ->
                        load.run(nth -> program.update(Ids.of(first + nth * STRIDE % set), 990))),
            Sample::perSecond));
  }

  private static Sample create(Program program, Load load, long first) throws InterruptedException {
    Sample sample = load.run(nth -> program.create(Ids.of(first + nth)));
    program.projections().awaitHead(PATIENCE);
    return sample;
  }
}
