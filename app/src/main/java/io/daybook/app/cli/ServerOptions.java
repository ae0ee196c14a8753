package io.daybook.app.cli;

import io.daybook.app.DataDirectory;
import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import io.daybook.app.ServerFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that works with a server, as a picocli mixin.
public final class ServerOptions {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "${env:DAYBOOK_DATA_DIR:-.daybook/data}",
      description = "The folder that holds the data (default ${DEFAULT-VALUE}).")
  private Path dataDirectory = Path.of(".daybook/data");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "${env:DAYBOOK_PORT}",
      description =
          "The port of a server that this command starts; 0 takes any free one (default:"
              + " DAYBOOK_PORT).")
  private @Nullable Integer port;

  public Path dataDirectory() {
    return dataDirectory.toAbsolutePath().normalize();
  }

  /// For a command that looks at what is there, and makes nothing where there is nothing.
  public Path usedDataDirectory() {
    return used(dataDirectory());
  }

  /// The same directory, if there is something in it, or a server runs on it whose database is elsewhere.
  public static Path used(Path directory) {
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

  /// The given port, else `DAYBOOK_PORT`, else the default of the command.
  public int port(int otherwise) {
    return port == null ? otherwise : port;
  }
}
