package io.daybook.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.benchmarks.load.Sample;
import io.daybook.benchmarks.load.Spread;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReportRowTest {
  private static final ReportRow MEASURED =
      ReportRow.of(Subject.CREATE, new Spread(3000, 2500, 3100))
          .beside("the peer", new Spread(1500, 1400, 1600))
          .timed(sample(7), sample(70))
          .below(Ceiling.of(3000, 500, 2));

  @Test
  void the_ratio_is_the_value_over_the_peers() {
    assertThat(MEASURED.ratio()).isEqualTo(2);
  }

  @Test
  void without_a_peer_there_is_no_ratio() {
    assertThat(ReportRow.of(Subject.START, new Spread(4, 4, 4)).ratio()).isNull();
    assertThat(ReportRow.unmeasured(Subject.CREATE, "no time").ratio()).isNull();
  }

  @Test
  void a_peer_that_did_nothing_gives_no_ratio() {
    ReportRow row =
        ReportRow.of(Subject.SLOW, new Spread(1, 1, 1)).beside("the peer", new Spread(0, 0, 0));

    assertThat(row.ratio()).isNull();
  }

  @Test
  void the_ceiling_is_what_the_cores_allow() {
    assertThat(Ceiling.of(3000, 500, 2)).isEqualTo(new Ceiling(500, 4000, 0.75));
    assertThat(Ceiling.of(3000, 500, 2).describe())
        .isEqualTo("500 us of CPU allow 4,000/s, of which 75 % are reached");
  }

  @Test
  void json_has_the_documented_fields(@TempDir Path folder) throws Exception {
    JsonNode row = written(folder, MEASURED);

    assertThat(row.propertyNames())
        .containsExactly(
            "name",
            "value",
            "unit",
            "peer",
            "peerValue",
            "ratio",
            "p50",
            "p99",
            "cpuMicros",
            "ceiling",
            "share",
            "note");
    assertThat(row.path("name").asString()).isEqualTo("create");
    assertThat(row.path("value").asDouble()).isEqualTo(3000);
    assertThat(row.path("unit").asString()).isEqualTo("commands/s");
    assertThat(row.path("peer").asString()).isEqualTo("the peer");
    assertThat(row.path("peerValue").asDouble()).isEqualTo(1500);
    assertThat(row.path("ratio").asDouble()).isEqualTo(2);
    assertThat(row.path("p50").asDouble()).isBetween(6.9, 7.1);
    assertThat(row.path("p99").asDouble()).isBetween(6.9, 7.1);
    assertThat(row.path("cpuMicros").asDouble()).isEqualTo(500);
    assertThat(row.path("ceiling").asDouble()).isEqualTo(4000);
    assertThat(row.path("share").asDouble()).isEqualTo(0.75);
  }

  @Test
  void json_says_why_a_row_was_not_measured(@TempDir Path folder) throws Exception {
    JsonNode row = written(folder, ReportRow.unmeasured(Subject.UPDATE_COLD, "no time"));

    assertThat(row.path("value").isNull()).isTrue();
    assertThat(row.path("ratio").isNull()).isTrue();
    assertThat(row.path("note").asString()).isEqualTo("no time");
  }

  @Test
  void the_table_has_a_line_for_each_row_and_its_note() {
    String table = Report.of(List.of(MEASURED, ReportRow.unmeasured(Subject.READ, "no time")));

    assertThat(table.lines().filter(line -> line.startsWith("create")))
        .singleElement()
        .asString()
        .contains("3,000", "2,500..3,100", "1,500", "2", "the peer");
    assertThat(table).contains("read: no time");
  }

  @Test
  void a_number_keeps_three_digits() {
    assertThat(List.of(12_345.6, 123.4, 12.34, 1.234, 0.0).stream().map(Report::number))
        .containsExactly("12,346", "123", "12.3", "1.23", "0");
    assertThat(Report.number(null)).isEqualTo("-");
  }

  private static JsonNode written(Path folder, ReportRow row) throws Exception {
    Path file = folder.resolve("rows.json");
    JsonRow.write(file, List.of(row));
    JsonNode rows = JsonMapper.shared().readTree(Files.readString(file));
    assertThat(rows.size()).isEqualTo(1);
    return rows.get(0);
  }

  private static Sample sample(long millis) {
    Histogram latencies = Sample.histogram();
    latencies.recordValue(millis * 1_000_000);
    return new Sample(1, 1_000_000_000, latencies);
  }
}
