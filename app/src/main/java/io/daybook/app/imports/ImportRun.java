package io.daybook.app.imports;

import io.daybook.app.cli.Progress;
import java.util.Optional;
import java.util.stream.IntStream;

/// Sends all orders of an input, many at once, and notes which are done.
final class ImportRun {
  private final Source source;
  private final Session session;
  private final DoneRows checkpoint;
  private final OrderFlow orders;
  private final int atOnce;

  ImportRun(Source source, Session session, DoneRows checkpoint, int atOnce) {
    this.source = source;
    this.session = session;
    this.checkpoint = checkpoint;
    this.orders = new OrderFlow(session.client(), session.staff());
    this.atOnce = atOnce;
  }

  void run() throws InterruptedException {
    source.recognise(session);
    forgetWhatTheShopDoesNotKnow();
    boolean begun = isBegun(source.pilot());
    int[] rows = IntStream.range(0, source.size()).filter(it -> !checkpoint.isDone(it)).toArray();
    try (Progress progress = Progress.of("Importing", rows.length);
        Lanes lanes = new Lanes(atOnce)) {
      boolean fresh = !begun && source.open(session);
      for (int row : rows) {
        if (!begun && row <= source.pilot()) {
          bring(row, fresh, progress);
        } else {
          lanes.run(source.lane(row), () -> bring(row, fresh, progress));
        }
      }
      lanes.await();
    } finally {
      checkpoint.save();
    }
  }

  /// The data may have been thrown away while the checkpoint was kept.
  private void forgetWhatTheShopDoesNotKnow() throws InterruptedException {
    if (checkpoint.count() > 0 && !isBegun(source.pilot())) {
      checkpoint.forget();
    }
  }

  private boolean isBegun(int row) throws InterruptedException {
    return session.client().order(session.staff(), source.order(row).orderId()).isPresent();
  }

  private void bring(int row, boolean fresh, Progress progress) throws InterruptedException {
    boolean firstOfItsKind = source.prepare(session, row);
    Optional<Refusal> refusal = orders.bring(source.order(row), fresh || firstOfItsKind);
    refusal.ifPresentOrElse(it -> checkpoint.refused(row, it), () -> checkpoint.done(row));
    progress.add(1);
  }
}
