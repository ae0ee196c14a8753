package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.axon.Store;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.report.Row;
import io.daybook.benchmarks.report.Subject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Many writers, each append a transaction of its own and a new stream, past aggregates and commands.
public record Appends(Subject subject, int writers, int events) implements Measurement {
  @Override
  public Set<Subject> subjects() {
    return Set.of(subject);
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    int callers = lab.sizes().callers(writers);
    Load warmUp = Load.of(callers, lab.sizes().warmUp().dividedBy(3));
    lab.stores().alternate(1, store -> round(store, warmUp));
    Load load = Load.of(callers, lab.sizes().round());
    return List.of(
        Rows.rates(
            subject,
            Lab.STOCK,
            lab.stores().alternate(lab.sizes().rounds(), store -> round(store, load)),
            sample -> sample.perSecond() * events));
  }

  private Sample round(Store store, Load load) throws InterruptedException {
    String round = "bench/" + UUID.randomUUID() + "-";
    return load.run(nth -> store.append(round + nth, 0, events));
  }
}
