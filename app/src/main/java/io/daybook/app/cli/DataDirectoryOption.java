package io.daybook.app.cli;

import io.daybook.app.DataDirectory;
import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.ServerFile;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where the data is, as a picocli mixin: alone for a command that needs no server.
public final class DataDirectoryOption {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "${env:DAYBOOK_DATA_DIR:-.daybook/data}",
      description = "The folder that holds the data (default ${DEFAULT-VALUE}).")
  private Path directory = Path.of(".daybook/data");

  public Path path() {
    return directory.toAbsolutePath().normalize();
  }

  /// For a command that looks at what is there, and makes nothing where there is nothing.
  public Path used() {
    return used(path());
  }

  /// The same directory, if there is something in it, or a server runs on it whose database is elsewhere.
  static Path used(Path directory) {
    boolean elsewhere = !System.getenv().getOrDefault("DAYBOOK_DATABASE_URL", "").isBlank();
    if (!elsewhere && !Files.isDirectory(directory.resolve("postgres")) && !isServed(directory)) {
      throw new Failure(
          ExitCode.USAGE,
          "the data directory %s holds no database: name another one with --data-dir, begin one with `start` or `demo`, or set DAYBOOK_DATABASE_URL if it is elsewhere"
              .formatted(directory));
    }
    return directory;
  }

  private static boolean isServed(Path directory) {
    return ServerFile.read(directory).isPresent() && DataDirectory.isHeld(directory);
  }
}
