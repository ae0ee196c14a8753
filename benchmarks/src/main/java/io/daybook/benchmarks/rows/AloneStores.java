package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Rounds;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import io.daybook.benchmarks.side.Kind;
import io.daybook.benchmarks.side.Measured;
import io.daybook.benchmarks.side.Question;
import io.daybook.benchmarks.side.Side;
import io.daybook.benchmarks.side.Task;
import io.daybook.benchmarks.side.Task.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// One store after the other, with events in it, and nothing else open meanwhile: neither the other store
/// nor its PostgreSQL. No projection runs. A drift of the machine falls on one of them here.
public final class AloneStores implements Measurement {
  private record Alone(List<Measured> appends, List<Measured> creates, long events) {}

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.ALONE_APPEND, Subject.ALONE_CREATE);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    Alone ours = measure(lab, Kind.ARTICLES);
    Alone peers = measure(lab, Kind.ARTICLES_ON_STOCK);
    return List.of(
        row(Subject.ALONE_APPEND, new Rounds<>(ours.appends, peers.appends), ours, peers),
        row(Subject.ALONE_CREATE, new Rounds<>(ours.creates, peers.creates), ours, peers));
  }

  private static ReportRow row(Subject subject, Rounds<Measured> rounds, Alone ours, Alone peers) {
    ReportRow row = Rows.measured(subject, Lab.STOCK, rounds, 1);
    String stored =
        String.format(
            Locale.ROOT,
            "%,d events stored at the end, %,d by the peer",
            ours.events,
            peers.events);
    return row.noting(row.note() == null ? stored : row.note() + "; " + stored);
  }

  private static Alone measure(Lab lab, Kind kind) throws Exception {
    try (Side side = lab.alone(kind, false)) {
      Filling.upTo(side, lab.sizes().alone(), false, lab::tell);
      List<Measured> appends = rounds(lab, side, Action.APPEND);
      List<Measured> creates = rounds(lab, side, Action.CREATE);
      return new Alone(appends, creates, side.ask(Question.HEAD));
    }
  }

  private static List<Measured> rounds(Lab lab, Side side, Action action) throws Exception {
    int callers = lab.sizes().callers(Commands.CALLERS);
    side.run(Task.of(action, Load.of(callers, lab.sizes().warmUp())));
    List<Measured> rounds = new ArrayList<>();
    for (int round = 0; round < lab.sizes().rounds(); round++) {
      rounds.add(side.run(Task.of(action, Load.of(callers, lab.sizes().round()))));
    }
    return rounds;
  }
}
