package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.Sides;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Rounds;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.Spread;
import io.daybook.benchmarks.program.Program;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// While commands come at a fixed rate: how long after the answer a projection shows what it did.
public final class Lags implements Measurement {
  private static final int CALLERS = 64;
  private static final int PER_SECOND = 1_000;
  private static final int SLOW_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Subject lag;
  private final Where where;

  private record Round(Sample commands, Sample lag) {}

  @FunctionalInterface
  private interface Where {
    Sides<Program> in(Lab lab) throws Exception;
  }

  private Lags(Subject lag, Where where) {
    this.lag = lag;
    this.where = where;
  }

  /// A projection on the node that takes the commands, and how many of them are late.
  public static Lags here() {
    return new Lags(Subject.LAG, Lab::programs);
  }

  /// A projection on another node than the one that takes the commands.
  public static Lags elsewhere() {
    return new Lags(Subject.LAG_ELSEWHERE, Lab::nodes);
  }

  @Override
  public Set<Subject> subjects() {
    return lag == Subject.LAG ? Set.of(lag, Subject.SLOW) : Set.of(lag);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    Load load =
        Load.of(lab.sizes().callers(CALLERS), lab.sizes().round().multipliedBy(2)).at(PER_SECOND);
    Load warmUp = Load.of(load.callers(), lab.sizes().warmUp());
    Sides<Program> programs = where.in(lab);
    programs.alternate(1, program -> warmUp.run(nth -> program.create(lab.ids().next())));
    Rounds<Round> rounds =
        programs.alternate(lab.sizes().rounds(), program -> round(lab, program, load));
    return Stream.of(lag(rounds), slow(rounds))
        .filter(row -> subjects().contains(row.subject()))
        .toList();
  }

  private ReportRow lag(Rounds<Round> rounds) {
    Rounds<Sample> lags =
        new Rounds<>(
            rounds.ours().stream().map(Round::lag).toList(),
            rounds.peers().stream().map(Round::lag).toList());
    return Rows.rates(lag, Lab.STOCK, lags, sample -> sample.millis(50)).noting(reached(rounds));
  }

  private static ReportRow slow(Rounds<Round> rounds) {
    Rounds<Sample> commands =
        new Rounds<>(
            rounds.ours().stream().map(Round::commands).toList(),
            rounds.peers().stream().map(Round::commands).toList());
    return Rows.rates(Subject.SLOW, Lab.STOCK, commands, sample -> sample.slowerThan(SLOW_MILLIS));
  }

  /// A side that cannot keep up with the rate is late with every command.
  private static String reached(Rounds<Round> rounds) {
    return String.format(
        Locale.ROOT,
        "%,.0f commands/s were reached, %,.0f by the peer",
        rate(rounds.ours()).median(),
        rate(rounds.peers()).median());
  }

  private static Spread rate(List<Round> rounds) {
    return Rows.spread(rounds, round -> round.commands.perSecond());
  }

  private static Round round(Lab lab, Program program, Load load) throws InterruptedException {
    program.projections().awaitHead(PATIENCE);
    try (LagRecorder recorder = LagRecorder.over(program.shown())) {
      Sample commands =
          load.run(
              nth -> {
                UUID id = lab.ids().next();
                program.create(id);
                recorder.answered(program.stream(id));
              });
      return new Round(commands, recorder.lags(PATIENCE));
    }
  }
}
