package io.daybook.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SubjectTest {
  @Test
  void a_row_is_found_by_its_name() {
    assertThat(Subject.named("rest-create")).containsExactly(Subject.REST_CREATE);
    assertThat(Subject.named("load")).containsExactly(Subject.LOADING);
    assertThat(Subject.named("nothing")).isEmpty();
  }

  @Test
  void rows_are_found_by_what_their_names_begin_with() {
    assertThat(Subject.named("alone")).containsExactly(Subject.ALONE_APPEND, Subject.ALONE_CREATE);
  }

  @Test
  void rows_that_take_long_are_measured_on_request_only() {
    assertThat(Subject.byDefault())
        .contains(Subject.APPEND_64, Subject.START)
        .doesNotContain(Subject.ALONE_APPEND, Subject.GROWTH_LOAD);
  }

  @ParameterizedTest
  @EnumSource
  void every_row_is_documented(Subject subject) throws IOException {
    assertThat(Files.readString(Path.of("../docs/benchmarks.md")))
        .contains("| `" + subject.row() + "` |");
  }
}
