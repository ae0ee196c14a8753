package io.daybook.benchmarks.rows;

import io.daybook.app.ServerFile;
import io.daybook.benchmarks.Lab;
import io.daybook.benchmarks.Measurement;
import io.daybook.benchmarks.load.Spread;
import io.daybook.benchmarks.program.Child;
import io.daybook.benchmarks.program.Program;
import io.daybook.benchmarks.report.Row;
import io.daybook.benchmarks.report.Subject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// `daybook start` on the data that the run has left, its PostgreSQL included, from nothing to ready.
public final class Starts implements Measurement {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final int PAUSE_MILLIS = 10;
  private static final double NANOS_PER_SECOND = 1e9;

  @Override
  public Set<Subject> subjects() {
    return Set.of(Subject.START);
  }

  @Override
  public List<Row> measure(Lab lab) throws Exception {
    long events = events(lab);
    lab.stopServer();
    List<Double> seconds = new ArrayList<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      for (int round = 0; round < lab.sizes().rounds(); round++) {
        seconds.add(start(lab.data(), http));
      }
    }
    return List.of(
        Row.of(Subject.START, Spread.of(seconds))
            .noting(String.format(Locale.ROOT, "with %,d events stored", events)));
  }

  /// At least one working set, if this row is the only one.
  private static long events(Lab lab) throws Exception {
    WarmCommands.workingSet(lab);
    Program program = lab.programs().ours();
    program.projections().awaitHead(PATIENCE);
    return program.projections().head();
  }

  private static double start(Path data, HttpClient http) throws Exception {
    ServerFile.delete(data);
    long start = System.nanoTime();
    try (Child child = Child.start(Map.of(), List.of("start", "--port=0", "--data-dir=" + data))) {
      while (!isReady(data, http)) {
        if (!child.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
          throw new IllegalStateException("daybook start does not become ready");
        }
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
      return (System.nanoTime() - start) / NANOS_PER_SECOND;
    }
  }

  private static boolean isReady(Path data, HttpClient http) throws InterruptedException {
    return ServerFile.read(data)
        .map(server -> URI.create(server.url() + "/actuator/health/readiness"))
        .filter(url -> answers(http, url))
        .isPresent();
  }

  private static boolean answers(HttpClient http, URI url) {
    try {
      return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding()).statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
