package io.daybook.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of every command that works with a server, as a picocli mixin.
public final class ServerOptions {
  @Option(
      names = "--data-dir",
      paramLabel = "DIR",
      defaultValue = "${env:DAYBOOK_DATA_DIR:-.daybook/data}",
      description = "The folder that holds the data.")
  private Path dataDirectory = Path.of(".daybook/data");

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "${env:DAYBOOK_PORT}",
      description = "The port of a server that this command starts; 0 takes any free one.")
  private @Nullable Integer port;

  public Path dataDirectory() {
    return dataDirectory.toAbsolutePath().normalize();
  }

  /// The given port, else `DAYBOOK_PORT`, else the default of the command.
  public int port(int otherwise) {
    return port == null ? otherwise : port;
  }
}
