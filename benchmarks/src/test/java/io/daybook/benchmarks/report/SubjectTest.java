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
    assertThat(Subject.named("rest-create")).contains(Subject.REST_CREATE);
    assertThat(Subject.named("nothing")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_row_is_documented(Subject subject) throws IOException {
    assertThat(Files.readString(Path.of("../docs/benchmarks.md")))
        .contains("| `" + subject.row() + "` |");
  }
}
