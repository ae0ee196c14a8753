package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.Sides;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Rounds;
import io.daybook.benchmarks.machine.CpuTime;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import io.daybook.benchmarks.side.Kind;
import io.daybook.benchmarks.side.Measured;
import io.daybook.benchmarks.side.Side;
import io.daybook.benchmarks.side.Task;
import io.daybook.benchmarks.side.Task.Action;
import java.util.List;
import java.util.Set;

/// Commands through the gateway with the projections running. A round ends when the projections have
/// reached its last event: a side whose projections fall behind does not win by that.
///
/// @param cpu the row for the CPU time of a command until it is projected; the same as `rate` for none
public record Commands(Subject rate, Subject cpu, Action action, Kind ours) implements Measurement {
  static final int CALLERS = 64;
  private static final int WARM_UP_COMMANDS = 40_000;

  /// The whole of Daybook beside the tiny application on stock Axon.
  public static Commands ofDaybook(Subject rate, Subject cpu, Action action) {
    return new Commands(rate, cpu, action, Kind.DAYBOOK);
  }

  /// The tiny application on both stores.
  public static Commands ofArticles(Subject rate, Action action) {
    return new Commands(rate, rate, action, Kind.ARTICLES);
  }

  @Override
  public Set<Subject> subjects() {
    return rate == cpu ? Set.of(rate) : Set.of(rate, cpu);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    int callers = lab.sizes().callers(CALLERS);
    Load warmUp = Load.of(callers, lab.sizes().warmUp()).upTo(WARM_UP_COMMANDS);
    Load load = Load.of(callers, lab.sizes().round());
    Sides<Side> programs = lab.processes(ours, Kind.ARTICLES_ON_STOCK, true);
    programs.alternate(1, side -> side.run(task(lab, warmUp)));
    Rounds<Measured> rounds =
        programs.alternate(lab.sizes().rounds(), side -> side.run(task(lab, load)));
    ReportRow row = Rows.measured(rate, Lab.STOCK, rounds, 1);
    return rate == cpu ? List.of(row) : List.of(row, cpu(rounds));
  }

  private Task task(Lab lab, Load load) {
    return Task.of(action, load).size(lab.sizes().workingSet()).untilProjected();
  }

  private ReportRow cpu(Rounds<Measured> rounds) {
    return CpuTime.isKnown()
        ? Rows.of(cpu, Lab.STOCK, rounds, Measured::cpuMicros)
        : ReportRow.unmeasured(cpu, "this system has no /proc to read CPU times from");
  }
}
