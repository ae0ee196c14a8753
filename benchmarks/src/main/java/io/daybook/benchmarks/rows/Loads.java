package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.axon.Store;
import io.daybook.benchmarks.load.Load;
import io.daybook.benchmarks.load.Rounds;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// How much longer it takes to load an aggregate with a long history than one with a short one.
public final class Loads implements Measurement {
  private static final String SHORT = "bench/short";
  private static final String LONG = "bench/long";
  private static final int FEW = 10;
  private static final int AT_ONCE = 500;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private record Pair(Sample few, Sample many) {
    double ratio() {
      return many.millis(50) / few.millis(50);
    }
  }

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.LOADING);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    int events = lab.sizes().longStream();
    lab.stores().alternate(1, store -> prepare(store, events));
    Load load = Load.of(1, PATIENCE).upTo(lab.sizes().loads());
    lab.stores().alternate(1, store -> round(store, load));
    Rounds<Pair> rounds = lab.stores().alternate(lab.sizes().rounds(), store -> round(store, load));
    List<Sample> many = rounds.ours().stream().map(Pair::many).toList();
    List<Sample> peersMany = rounds.peers().stream().map(Pair::many).toList();
    return List.of(
        Rows.of(Subject.LOADING, Lab.STOCK, rounds, Pair::ratio)
            .timed(Sample.merged(many), Sample.merged(peersMany))
            .noting(
                String.format(
                    Locale.ROOT,
                    "%,d events, snapshots every 50; stock has none unless told to",
                    events)));
  }

  private static boolean prepare(Store store, int events) {
    write(store, SHORT, FEW);
    write(store, LONG, events);
    // A command makes the snapshot, where there are any.
    store.changePrice(LONG, 1);
    return true;
  }

  private static void write(Store store, String stream, int events) {
    store.create(stream);
    for (int sequence = 1; sequence < events; sequence += AT_ONCE) {
      store.append(stream, sequence, Math.min(AT_ONCE, events - sequence));
    }
  }

  private static Pair round(Store store, Load load) throws InterruptedException {
    return new Pair(load.run(nth -> store.load(SHORT)), load.run(nth -> store.load(LONG)));
  }
}
