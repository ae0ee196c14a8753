package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.Sides;
import io.daybook.benchmarks.axon.Store;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.report.Row;
import io.daybook.benchmarks.report.Subject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Many writers, each append a transaction of its own and a new stream, past aggregates and commands.
public record Appends(Subject subject, int writers, int events, String peer, Stores stores)
    implements Measurement {

  /// Which two stores are compared.
  @FunctionalInterface
  interface Stores {
    Sides<Store> of(Lab lab) throws Exception;
  }

  public static Appends besideStock(Subject subject, int writers, int events) {
    return new Appends(subject, writers, events, Lab.STOCK, Lab::stores);
  }

  /// What the Merkle log costs.
  public static Appends besideItselfWithoutLog(Subject subject, int writers, int events) {
    return new Appends(subject, writers, events, Lab.WITHOUT_LOG, Lab::logs);
  }

  @Override
  public Set<Subject> subjects() {
    return Set.of(subject);
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    int callers = lab.sizes().callers(writers);
    Load warmUp = Load.of(callers, lab.sizes().warmUp().dividedBy(3));
    stores.of(lab).alternate(1, store -> round(store, warmUp));
    Load load = Load.of(callers, lab.sizes().round());
    return List.of(
        Rows.rates(
            subject,
            peer,
            stores.of(lab).alternate(lab.sizes().rounds(), store -> round(store, load)),
            sample -> sample.perSecond() * events));
  }

  private Sample round(Store store, Load load) throws InterruptedException {
    String round = "bench/" + UUID.randomUUID() + "-";
    return load.run(nth -> store.append(round + nth, 0, events));
  }
}
