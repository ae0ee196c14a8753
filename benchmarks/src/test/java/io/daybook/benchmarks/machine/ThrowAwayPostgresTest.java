package io.daybook.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.daybook.app.DataDirectory;
import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThrowAwayPostgresTest {
  @Test
  void nothing_is_measured_on_a_database_that_does_not_wait_for_the_disk(@TempDir Path folder)
      throws Exception {
    Files.writeString(folder.resolve("postgres.conf"), "synchronous_commit = off\n");

    assertThatExceptionOfType(Failure.class)
        .isThrownBy(() -> ThrowAwayPostgres.start(folder))
        .extracting(Failure::code)
        .isEqualTo(ExitCode.DATABASE_REFUSED);

    assertThat(DataDirectory.isHeld(folder)).isFalse();
  }
}
