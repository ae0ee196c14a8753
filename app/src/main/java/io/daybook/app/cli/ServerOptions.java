package io.daybook.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of every command that works with a server, as a picocli mixin.
public final class ServerOptions {
  @Mixin private DataDirectoryOption data = new DataDirectoryOption();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "${env:DAYBOOK_PORT}",
      description =
          "The port of a server that this command starts; 0 takes any free one (default:"
              + " DAYBOOK_PORT).")
  private @Nullable Integer port;

  public Path dataDirectory() {
    return data.path();
  }

  /// For a command that looks at what is there, and makes nothing where there is nothing.
  public Path usedDataDirectory() {
    return data.used();
  }

  /// The given port, else `DAYBOOK_PORT`, else the default of the command.
  public int port(int otherwise) {
    return port == null ? otherwise : port;
  }
}
