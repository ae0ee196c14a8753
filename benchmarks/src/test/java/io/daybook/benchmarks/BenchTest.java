package io.daybook.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.benchmarks.report.ReportRow;
import io.daybook.benchmarks.report.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whether everything can be measured at all. What the figures are is no matter of a test.
class BenchTest {
  /// All of them with `-Pfaults`; else one of each way to measure, for each needs some JVMs of its own.
  private static final Set<Subject> ROWS = rows(System.getProperty("daybook.faults.rows", "all"));

  private static Set<Subject> rows(String names) {
    return names.equals("all")
        ? EnumSet.allOf(Subject.class)
        : Arrays.stream(names.split(","))
            .flatMap(name -> Subject.named(name).stream())
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Subject.class)));
  }

  @Test
  void every_row_can_be_measured_and_is_compared_with_a_peer(@TempDir Path folder)
      throws Exception {
    List<String> told = new ArrayList<>();
    Run run = new Run(ROWS);
    List<ReportRow> rows;
    try (Lab lab = new Lab(folder, folder.resolve("kept"), Sizes.tiny(), told::add)) {
      rows = run.in(lab);
    }

    assertThat(run.failures()).isEmpty();
    assertThat(rows).extracting(ReportRow::subject).containsExactlyElementsOf(ROWS).isNotEmpty();
    SoftAssertions all = new SoftAssertions();
    rows.forEach(row -> check(all, row));
    all.assertAll();
    assertThat(told).isNotEmpty();
  }

  private static void check(SoftAssertions all, ReportRow row) {
    all.assertThat(row.value()).as("value of %s", row.subject()).isNotNull();
    if (row.subject() != Subject.START) {
      all.assertThat(row.peerValue()).as("peer of %s", row.subject()).isNotNull();
    }
  }

  @Test
  void rows_that_are_not_wanted_are_not_measured(@TempDir Path folder) throws Exception {
    try (Lab lab = new Lab(folder, folder, Sizes.tiny(), told -> {})) {
      assertThat(new Run(EnumSet.noneOf(Subject.class)).in(lab)).isEmpty();
    }
  }

  @Test
  void no_row_is_begun_when_the_time_is_over(@TempDir Path folder) throws Exception {
    try (Lab lab = new Lab(folder, folder, Sizes.tiny().within(Duration.ZERO), told -> {})) {
      Run run = new Run(EnumSet.of(Subject.READ));

      assertThat(run.in(lab)).singleElement().extracting(ReportRow::value).isNull();
      assertThat(run.failures()).isEmpty();
    }
  }
}
