package io.daybook.benchmarks.rows;

import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.axon.Store;
import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/// One reader of the tracked stream from its beginning, which looks into no payload.
public final class Reads implements Measurement {
  private static final int PATIENCE_SECONDS = 30;

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.READ);
  }

  @Override
  public List<ReportRow> measure(Lab lab) throws Exception {
    int events = lab.sizes().stored();
    return List.of(
        Rows.of(
            Subject.READ,
            Lab.STOCK,
            StoredEvents.in(lab).alternate(lab.sizes().rounds(), store -> round(store, events)),
            Sample::perSecond));
  }

  private static Sample round(Store store, int events) throws InterruptedException {
    long start = System.nanoTime();
    try (BlockingStream<TrackedEventMessage<?>> stream = store.events().openStream(null)) {
      for (int read = 0; read < events; read++) {
        if (!stream.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          throw new IllegalStateException("The stream ended after %,d events".formatted(read));
        }
        stream.nextAvailable();
      }
    }
    return new Sample(events, System.nanoTime() - start, Sample.histogram());
  }
}
