package io.daybook.app.audit.export;

import io.daybook.app.cli.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Writes page after page, so that memory does not grow with the store. Wherever it ends, it says from where another one
/// goes on.
final class EventExport {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final EventPages pages;
  private final EventWriter writer;
  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean withProgress;
  private @Nullable Progress progress;
  private long begin;
  private long position;

  /// @param out what the writer writes to
  /// @param err who is told where it ended
  EventExport(
      EventPages pages,
      EventWriter writer,
      PrintWriter out,
      PrintWriter err,
      boolean withProgress) {
    this.pages = pages;
    this.writer = writer;
    this.out = out;
    this.err = err;
    this.withProgress = withProgress;
  }

  /// @param after the position behind which it begins
  /// @param limit how many events are written at most
  /// @param follow whether to wait for further events at the end
  void run(long after, long limit, boolean follow) throws InterruptedException {
    begin = after;
    position = after;
    try {
      writer.begin();
      write(limit, follow);
      writer.end();
    } finally {
      out.flush();
      if (progress != null) {
        progress.close();
      }
      err.printf("Up to position %d; --after %d goes on from there.%n", position, position);
      err.flush();
    }
  }

  /// Nothing more is read when nobody takes it any more, as behind `| head`.
  private void write(long limit, boolean follow) throws InterruptedException {
    long left = limit;
    while (left > 0 && !out.checkError()) {
      JsonNode page = pages.page(position, left);
      JsonNode events = page.path("events");
      events.forEach(writer::write);
      out.flush();
      left -= events.size();
      position = page.path("next").asLong();
      tell(page.path("head").asLong());
      if (!page.path("more").asBoolean()) {
        if (!follow) {
          return;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  private void tell(long head) {
    if (withProgress && progress == null) {
      progress = Progress.of("Events", Math.max(0, head - begin));
    }
    if (progress != null) {
      progress.reach(position - begin);
    }
  }
}
