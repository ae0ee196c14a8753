package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.Sides;
import io.daybook.benchmarks.axon.Projections;
import io.daybook.benchmarks.axon.Store;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/// A projection with one upsert per event is reset and goes from nothing towards the head.
public final class ReplayRates implements Measurement {
  private static final int MOST_ROUNDS = 3;

  /// It takes longer to get going than other things.
  private static final int ROUNDS_LONG = 4;

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.REPLAY);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    Sides<Store> stores = StoredEvents.in(lab);
    Duration atMost = lab.sizes().round().multipliedBy(ROUNDS_LONG);
    int rounds = Math.min(MOST_ROUNDS, lab.sizes().rounds());
    return List.of(
        Rows.of(
            Subject.REPLAY,
            Lab.STOCK,
            stores.alternate(rounds, store -> round(store, atMost)),
            Sample::perSecond));
  }

  private static Sample round(Store store, Duration atMost) throws InterruptedException {
    Projections projections = store.projections();
    projections.reset();
    long start = System.nanoTime();
    projections.start();
    long projected = projections.advance(atMost);
    long nanos = System.nanoTime() - start;
    projections.stop();
    return new Sample(projected, nanos, Sample.histogram());
  }
}
