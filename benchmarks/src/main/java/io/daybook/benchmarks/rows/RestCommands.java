package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Rounds;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.Work;
import io.daybook.benchmarks.program.DaybookProgram;
import io.daybook.benchmarks.program.Ids;
import io.daybook.benchmarks.program.RestClients;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// The commands of [Commands] through the REST API, beside the same ones through the gateway.
public final class RestCommands implements Measurement {
  private static final int CONNECTIONS = 64;
  private static final int HIGHEST_PRICE = 1 << 30;
  private static final String PEER = "gateway";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.REST_CREATE, Subject.REST_UPDATE);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    int set = lab.sizes().workingSet();
    long first = lab.ids().reserve(set);
    DaybookProgram program = (DaybookProgram) lab.programs().ours();
    Load.of(lab.sizes().callers(CONNECTIONS), PATIENCE)
        .upTo(set)
        .run(nth -> program.create(Ids.of(first + nth)));
    try (RestClients rest = new RestClients(program.url(), lab.sizes().callers(CONNECTIONS))) {
      return List.of(
          measure(
              lab,
              Subject.REST_CREATE,
              nth -> rest.create(lab.ids().next()),
              nth -> program.create(lab.ids().next())),
          measure(
              lab,
              Subject.REST_UPDATE,
              nth -> rest.update(any(first, set), price()),
              nth -> program.update(any(first, set), price())));
    }
  }

  private static ReportRow measure(Lab lab, Subject subject, Work rest, Work gateway)
      throws Exception {
    int callers = lab.sizes().callers(CONNECTIONS);
    Load warmUp = Load.of(callers, lab.sizes().warmUp().dividedBy(2));
    Rounds.alternate(1, () -> round(lab, warmUp, rest), () -> round(lab, warmUp, gateway));
    Load load = Load.of(callers, lab.sizes().round());
    Rounds<Sample> rounds =
        Rounds.alternate(
            lab.sizes().rounds(), () -> round(lab, load, rest), () -> round(lab, load, gateway));
    return Rows.rates(subject, PEER, rounds, Sample::perSecond);
  }

  private static Sample round(Lab lab, Load load, Work work) throws Exception {
    Sample sample = load.run(work);
    lab.programs().ours().projections().awaitHead(PATIENCE);
    return sample;
  }

  private static UUID any(long first, int set) {
    return Ids.of(first + ThreadLocalRandom.current().nextInt(set));
  }

  private static long price() {
    return ThreadLocalRandom.current().nextLong(1, HIGHEST_PRICE);
  }
}
