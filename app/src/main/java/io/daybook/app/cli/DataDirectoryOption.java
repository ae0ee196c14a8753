package io.daybook.app.audit;

import io.daybook.app.cli.ServerOptions;
import io.daybook.eventstore.audit.KeyFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// The data directory of a command that starts no server, as a picocli mixin.
final class DataDirectoryOption {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "${env:DAYBOOK_DATA_DIR:-.daybook/data}",
      description = "The folder that holds the data (default ${DEFAULT-VALUE}).")
  private Path dataDirectory = Path.of(".daybook/data");

  private Path directory() {
    return dataDirectory.toAbsolutePath().normalize();
  }

  /// Refuses one that holds nothing to look at.
  Path used() {
    return ServerOptions.used(directory());
  }

  KeyFolder keyFolder() {
    String elsewhere = System.getenv().getOrDefault("DAYBOOK_AUDIT_KEYS", "");
    return KeyFolder.at(
        elsewhere.isBlank() ? directory().resolve("audit-keys") : Path.of(elsewhere));
  }
}
