package io.daybook.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.app.DataDirectory;
import io.daybook.app.Failure;
import io.daybook.app.ServerFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryOptionTest {
  private static final ServerFile SERVER = new ServerFile(1, "http://127.0.0.1:1", "one");

  @TempDir private Path folder;

  @Test
  void a_directory_is_used_when_a_server_runs_on_it_whose_database_is_elsewhere() {
    try (DataDirectory held = DataDirectory.open(folder)) {
      SERVER.write(held.path());

      assertThat(DataDirectoryOption.used(folder)).isEqualTo(folder);
    }
  }

  @Test
  void but_not_when_that_server_is_gone() {
    SERVER.write(folder);

    assertThatThrownBy(() -> DataDirectoryOption.used(folder))
        .isInstanceOf(Failure.class)
        .hasMessageContainingAll("--data-dir", "DAYBOOK_DATABASE_URL");
  }
}
