package io.daybook.benchmarks;

import io.daybook.benchmarks.report.Row;
import io.daybook.benchmarks.report.Subject;
import io.daybook.benchmarks.rows.Appends;
import io.daybook.benchmarks.rows.ColdUpdates;
import io.daybook.benchmarks.rows.FirstCommands;
import io.daybook.benchmarks.rows.Lags;
import io.daybook.benchmarks.rows.Loads;
import io.daybook.benchmarks.rows.Reads;
import io.daybook.benchmarks.rows.Replays;
import io.daybook.benchmarks.rows.RestCommands;
import io.daybook.benchmarks.rows.Starts;
import io.daybook.benchmarks.rows.StoredBytes;
import io.daybook.benchmarks.rows.WarmCommands;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The measurements of one run, in the order in which they disturb each other least: what is read comes
/// before what would make it longer, and what stops the database comes last.
public final class Run {
  private static final List<Measurement> ALL =
      List.of(
          new Reads(),
          new Replays(),
          new Loads(),
          Appends.besideStock(Subject.APPEND_64, 64, 1),
          Appends.besideStock(Subject.APPEND_256, 256, 3),
          Appends.besideItselfWithoutLog(Subject.AUDIT_64, 64, 1),
          Appends.besideItselfWithoutLog(Subject.AUDIT_256, 256, 3),
          new StoredBytes(),
          new WarmCommands(),
          new RestCommands(),
          Lags.here(),
          Lags.elsewhere(),
          new ColdUpdates(),
          new FirstCommands(),
          new Starts());

  private final Set<Subject> wanted;
  private final Consumer<String> progress;
  private final List<Exception> failures = new ArrayList<>();

  /// @param progress is told what was measured, and how long that took
  public Run(Set<Subject> wanted, Consumer<String> progress) {
    this.wanted = wanted;
    this.progress = progress;
  }

  /// A row for each subject that was wanted. One that fails says so and does not keep the others from
  /// being measured.
  public List<Row> in(Lab lab) throws InterruptedException {
    long deadline = System.nanoTime() + lab.sizes().total().toNanos();
    List<Row> rows = new ArrayList<>();
    for (Measurement measurement : ALL) {
      if (!Collections.disjoint(measurement.subjects(), wanted)) {
        rows.addAll(
            System.nanoTime() > deadline
                ? unmeasured(measurement, "left out: the time was over")
                : measure(measurement, lab));
      }
    }
    return rows.stream()
        .filter(row -> wanted.contains(row.subject()))
        .sorted(Comparator.comparing(Row::subject))
        .toList();
  }

  /// Why rows are missing that should not be.
  public List<Exception> failures() {
    return List.copyOf(failures);
  }

  private List<Row> measure(Measurement measurement, Lab lab) throws InterruptedException {
    long start = System.nanoTime();
    try {
      return measurement.measure(lab);
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      failures.add(e);
      return unmeasured(measurement, "failed: " + e);
    } finally {
      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
      progress.accept(names(measurement) + " (" + seconds + " s)");
    }
  }

  private static String names(Measurement measurement) {
    return String.join(", ", measurement.subjects().stream().sorted().map(Subject::row).toList());
  }

  private static List<Row> unmeasured(Measurement measurement, String reason) {
    return measurement.subjects().stream().map(subject -> Row.unmeasured(subject, reason)).toList();
  }
}
