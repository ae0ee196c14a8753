package io.daybook.benchmarks;

import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import io.daybook.benchmarks.rows.AloneStores;
import io.daybook.benchmarks.rows.Appends;
import io.daybook.benchmarks.rows.ColdUpdates;
import io.daybook.benchmarks.rows.Commands;
import io.daybook.benchmarks.rows.FirstCommands;
import io.daybook.benchmarks.rows.Growth;
import io.daybook.benchmarks.rows.Lags;
import io.daybook.benchmarks.rows.Loads;
import io.daybook.benchmarks.rows.Reads;
import io.daybook.benchmarks.rows.ReplayRates;
import io.daybook.benchmarks.rows.RestCommands;
import io.daybook.benchmarks.rows.Starts;
import io.daybook.benchmarks.rows.StoredBytes;
import io.daybook.benchmarks.side.Task.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// The measurements of one run, in the order in which they disturb each other least: what is read comes
/// before what would make it longer, and what stops the database comes last.
public final class Run {
  private static final List<Measurement> ALL =
      List.of(
          new Reads(),
          new ReplayRates(),
          new Loads(),
          new StoredBytes(),
          Appends.besideStock(Subject.APPEND_64, 64, 1),
          Appends.besideStock(Subject.APPEND_256, 256, 3),
          Appends.besideStock(Subject.BULK_10, 16, 10),
          Appends.besideStock(Subject.BULK_90, 16, 90),
          Appends.besideItselfWithoutLog(Subject.AUDIT_64, 64, 1),
          Appends.besideItselfWithoutLog(Subject.AUDIT_256, 256, 3),
          Commands.ofArticles(Subject.STORE_CREATE, Action.CREATE),
          Commands.ofArticles(Subject.STORE_UPDATE, Action.UPDATE),
          Commands.ofDaybook(Subject.CREATE, Subject.CPU_CREATE, Action.CREATE),
          Commands.ofDaybook(Subject.UPDATE, Subject.CPU_UPDATE, Action.UPDATE),
          new RestCommands(),
          Lags.here(),
          Lags.elsewhere(),
          new ColdUpdates(),
          new Starts(),
          new FirstCommands(),
          new AloneStores(),
          new Growth());

  private final Set<Subject> wanted;
  private final List<Exception> failures = new ArrayList<>();

  public Run(Set<Subject> wanted) {
    this.wanted = wanted;
  }

  /// A row for each subject that was wanted. One that fails says so and does not keep the others from
  /// being measured.
  public List<ReportRow> in(Lab lab) throws InterruptedException {
    long deadline = System.nanoTime() + lab.sizes().total().toNanos();
    List<ReportRow> rows = new ArrayList<>();
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
        .sorted(Comparator.comparing(ReportRow::subject))
        .toList();
  }

  /// Why rows are missing that should not be.
  public List<Exception> failures() {
    return List.copyOf(failures);
  }

  private List<ReportRow> measure(Measurement measurement, Lab lab) throws InterruptedException {
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
      lab.tell("measured " + names(measurement) + " (" + seconds + " s)");
    }
  }

  private static String names(Measurement measurement) {
    return String.join(", ", measurement.subjects().stream().sorted().map(Subject::row).toList());
  }

  private static List<ReportRow> unmeasured(Measurement measurement, String reason) {
    return measurement.subjects().stream()
        .map(subject -> ReportRow.unmeasured(subject, reason))
        .toList();
  }
}
