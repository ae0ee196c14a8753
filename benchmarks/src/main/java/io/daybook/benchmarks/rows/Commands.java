package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.Sides;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Rounds;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.machine.CpuTime;
import io.daybook.benchmarks.program.Ids;
import io.daybook.benchmarks.program.Program;
import io.daybook.benchmarks.report.Row;
import io.daybook.benchmarks.report.Subject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// Commands through the gateway with the projections running, and the CPU time that each one takes
/// until it is projected.
public final class WarmCommands implements Measurement {
  private static final int CALLERS = 64;
  private static final int WARM_UP_COMMANDS = 40_000;
  private static final int HIGHEST_PRICE = 1 << 30;
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final double NANOS_PER_MICRO = 1e3;

  private record Round(Sample sample, double cpuMicros) {}

  @FunctionalInterface
  private interface Command {
    void send(Program program, long nth);
  }

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.CREATE, Subject.UPDATE, Subject.CPU_CREATE, Subject.CPU_UPDATE);
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    long first = workingSet(lab);
    List<Row> rows = new ArrayList<>();
    Command create = (program, nth) -> program.create(lab.ids().next());
    rows.addAll(measure(lab, Subject.CREATE, Subject.CPU_CREATE, create));
    int set = lab.sizes().workingSet();
    Command update =
        (program, nth) -> {
          ThreadLocalRandom random = ThreadLocalRandom.current();
          program.update(Ids.of(first + random.nextInt(set)), random.nextLong(1, HIGHEST_PRICE));
        };
    rows.addAll(measure(lab, Subject.UPDATE, Subject.CPU_UPDATE, update));
    return rows;
  }

  /// On both sides; answers with the number of its first id.
  static long workingSet(Lab lab) throws Exception {
    int set = lab.sizes().workingSet();
    long first = lab.ids().reserve(set);
    Load load = Load.of(lab.sizes().callers(CALLERS), PATIENCE).upTo(set);
    lab.programs().alternate(1, program -> load.run(nth -> program.create(Ids.of(first + nth))));
    return first;
  }

  private static List<Row> measure(Lab lab, Subject rate, Subject cpu, Command command)
      throws Exception {
    int callers = lab.sizes().callers(CALLERS);
    Load warmUp = Load.of(callers, lab.sizes().warmUp()).upTo(WARM_UP_COMMANDS);
    Sides<Program> programs = lab.programs();
    programs.alternate(1, program -> round(lab, program, warmUp, command));
    Load load = Load.of(callers, lab.sizes().round());
    Rounds<Round> rounds =
        programs.alternate(lab.sizes().rounds(), program -> round(lab, program, load, command));
    Rounds<Sample> samples =
        new Rounds<>(
            rounds.ours().stream().map(Round::sample).toList(),
            rounds.peers().stream().map(Round::sample).toList());
    return List.of(
        Rows.rates(rate, Lab.STOCK, samples, Sample::perSecond),
        CpuTime.isKnown()
            ? Rows.of(cpu, Lab.STOCK, rounds, Round::cpuMicros)
            : Row.unmeasured(cpu, "this system has no /proc to read CPU times from"));
  }

  private static Round round(Lab lab, Program program, Load load, Command command)
      throws InterruptedException {
    long postgres = lab.server().process();
    long before = CpuTime.withChildrenOf(postgres);
    Sample sample = load.run(nth -> command.send(program, nth));
    program.projections().awaitHead(PATIENCE);
    long cpu = CpuTime.withChildrenOf(postgres) - before;
    return new Round(sample, cpu / NANOS_PER_MICRO / Math.max(1, sample.count()));
  }
}
