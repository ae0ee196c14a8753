package io.daybook.benchmarks.rows;

import static java.util.Objects.requireNonNull;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Spread;
import io.daybook.benchmarks.program.ServerStart;
import io.daybook.benchmarks.program.StoreVerification;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import io.daybook.benchmarks.side.Kind;
import io.daybook.benchmarks.side.Measured;
import io.daybook.benchmarks.side.Question;
import io.daybook.benchmarks.side.Side;
import io.daybook.benchmarks.side.Task;
import io.daybook.benchmarks.side.Task.Action;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/// What becomes dearer as the store grows: the same on a small data directory of Daybook and on a large
/// one. A directory that was filled is kept, and used again by the next run unless the measurements have
/// made it twice as large meanwhile.
public final class Growth implements Measurement {
  private static final double MOST = 1.2;
  private static final int LOADS = 5_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final double MEBIBYTE = 1 << 20;
  private static final double NANOS_PER_MILLI = 1e6;

  @Override
  public Set<Subject> subjects() {
    return Subject.named("growth");
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    lab.stopServer();
    long few = lab.sizes().growth().getFirst();
    long many = lab.sizes().growth().getLast();
    Map<Subject, Spread> small = measure(lab, few);
    Map<Subject, Spread> large = measure(lab, many);
    String peer = String.format(Locale.ROOT, "%,d events", few);
    return subjects().stream()
        .map(
            subject ->
                judged(
                    ReportRow.of(subject, requireNonNull(large.get(subject)))
                        .beside(peer, requireNonNull(small.get(subject))),
                    many))
        .toList();
  }

  /// A rate falls where a time grows.
  private static ReportRow judged(ReportRow row, long events) {
    Double ratio = row.ratio();
    boolean isRate = row.subject().unit().endsWith("/s");
    double dearer = ratio == null || ratio == 0 ? 1 : isRate ? 1 / ratio : ratio;
    return row.noting(
        String.format(
            Locale.ROOT,
            "with %,d events it costs %.2f times as much%s",
            events,
            dearer,
            dearer > MOST ? ": TOO MUCH, above " + MOST : ""));
  }

  private static Map<Subject, Spread> measure(Lab lab, long events) throws Exception {
    Path data = lab.kept(Long.toString(events));
    fill(lab, data, events);
    lab.tell(String.format(Locale.ROOT, "measures the store of %,d events", events));
    Map<Subject, Spread> figures = new EnumMap<>(Subject.class);
    figures.put(Subject.GROWTH_START, starts(lab, data));
    try (Side side = Side.start(Kind.DAYBOOK, data)) {
      figures.put(Subject.GROWTH_LOAD, coldLoads(side));
      figures.put(Subject.GROWTH_APPEND, rates(lab, side, Action.APPEND));
      figures.put(Subject.GROWTH_CREATE, rates(lab, side, Action.CREATE));
      figures.put(Subject.GROWTH_MEMORY, one(side.ask(Question.HEAP) / MEBIBYTE));
      events = side.ask(Question.HEAD);
    }
    figures.put(Subject.GROWTH_VERIFY, one(StoreVerification.microsPerEvent(data, events)));
    return figures;
  }

  private static void fill(Lab lab, Path data, long events) throws Exception {
    if (Files.exists(data) && head(data) >= 2 * events) {
      lab.tell("the kept store has grown too large and is filled anew");
      FileSystemUtils.deleteRecursively(data);
    }
    Files.createDirectories(data);
    try (Side side = Side.start(Kind.DAYBOOK, data)) {
      Filling.upTo(side, events, true, lab::tell);
    }
  }

  private static long head(Path data) throws Exception {
    try (Side side = Side.start(Kind.DAYBOOK, data)) {
      return side.ask(Question.HEAD);
    }
  }

  private static Spread starts(Lab lab, Path data) throws Exception {
    List<Double> seconds = new ArrayList<>();
    for (int round = 0; round < lab.sizes().rounds(); round++) {
      seconds.add(ServerStart.seconds(data));
    }
    return Spread.of(seconds);
  }

  /// The program has just been started: neither it nor its PostgreSQL has seen these streams.
  private static Spread coldLoads(Side side) throws Exception {
    Measured loads = side.run(Task.of(Action.LOAD, Load.of(1, PATIENCE).upTo(LOADS)));
    return one(loads.sample().nanos() / NANOS_PER_MILLI / loads.sample().count());
  }

  private static Spread rates(Lab lab, Side side, Action action) throws Exception {
    int callers = lab.sizes().callers(Commands.CALLERS);
    side.run(Task.of(action, Load.of(callers, lab.sizes().warmUp())).untilProjected());
    List<Double> rates = new ArrayList<>();
    for (int round = 0; round < lab.sizes().rounds(); round++) {
      Task task = Task.of(action, Load.of(callers, lab.sizes().round())).untilProjected();
      rates.add(side.run(task).perSecond());
    }
    return Spread.of(rates);
  }

  private static Spread one(double figure) {
    return Spread.of(List.of(figure));
  }
}
