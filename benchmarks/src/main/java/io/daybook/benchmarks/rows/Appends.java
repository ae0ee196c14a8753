package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.Sides;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Rounds;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import io.daybook.benchmarks.side.Kind;
import io.daybook.benchmarks.side.Measured;
import io.daybook.benchmarks.side.Side;
import io.daybook.benchmarks.side.Task;
import io.daybook.benchmarks.side.Task.Action;
import java.util.List;
import java.util.Set;

/// Many writers, each append a transaction of its own and a new stream, past aggregates and commands. Each
/// store is in a process of its own, and no projection runs.
public record Appends(Subject subject, int writers, int events, String peer, Kind peers)
    implements Measurement {

  public static Appends besideStock(Subject subject, int writers, int events) {
    return new Appends(subject, writers, events, Lab.STOCK, Kind.ARTICLES_ON_STOCK);
  }

  /// What the Merkle log costs.
  public static Appends besideItselfWithoutLog(Subject subject, int writers, int events) {
    return new Appends(subject, writers, events, Lab.WITHOUT_LOG, Kind.ARTICLES_WITHOUT_LOG);
  }

  @Override
  public Set<Subject> subjects() {
    return Set.of(subject);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    int callers = lab.sizes().callers(writers);
    Sides<Side> stores = lab.processes(Kind.ARTICLES, peers, false);
    Task warmUp = Task.of(Action.APPEND, Load.of(callers, lab.sizes().warmUp())).size(events);
    stores.alternate(1, side -> side.run(warmUp));
    Task task = Task.of(Action.APPEND, Load.of(callers, lab.sizes().round())).size(events);
    Rounds<Measured> rounds = stores.alternate(lab.sizes().rounds(), side -> side.run(task));
    return List.of(Rows.measured(subject, peer, rounds, events));
  }
}
