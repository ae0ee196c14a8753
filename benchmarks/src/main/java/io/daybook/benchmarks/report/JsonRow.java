package io.daybook.benchmarks.report;

import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.Spread;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The rows for programs: an array of objects, each with all fields, null where there is none.
///
/// @param p50 in milliseconds, as is `p99`
/// @param cpuMicros of an operation, of all processes together
/// @param ceiling operations a second that the cores allow at that
/// @param share of the ceiling that was reached
/// @param note why there is no value, or under what circumstances it came about
public record JsonRow(
    String name,
    @Nullable Double value,
    String unit,
    @Nullable String peer,
    @Nullable Double peerValue,
    @Nullable Double ratio,
    @Nullable Double p50,
    @Nullable Double p99,
    @Nullable Double cpuMicros,
    @Nullable Double ceiling,
    @Nullable Double share,
    @Nullable String note) {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  static JsonRow of(ReportRow row) {
    Ceiling ceiling = row.ceiling();
    return new JsonRow(
        row.subject().row(),
        median(row.value()),
        row.subject().unit(),
        row.peer(),
        median(row.peerValue()),
        row.ratio(),
        millis(row.latency(), 50),
        millis(row.latency(), 99),
        ceiling == null ? null : ceiling.cpuMicros(),
        ceiling == null ? null : ceiling.perSecond(),
        ceiling == null ? null : ceiling.share(),
        row.note());
  }

  public static void write(Path file, List<ReportRow> rows) throws IOException {
    Files.writeString(file, JSON.writeValueAsString(rows.stream().map(JsonRow::of).toList()));
  }

  private static @Nullable Double median(@Nullable Spread figures) {
    return figures == null ? null : figures.median();
  }

  private static @Nullable Double millis(@Nullable Sample sample, double percentile) {
    return sample == null ? null : sample.millis(percentile);
  }
}
