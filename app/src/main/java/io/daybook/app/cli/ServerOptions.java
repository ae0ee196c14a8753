package io.daybook.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The options of every command that works with a server, as a picocli mixin.
public final class ServerOptions {
  private static final OptionRange PORTS = new OptionRange("--port", 0, 65_535);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

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
  ///
  /// @throws picocli.CommandLine.ParameterException when it is none
  public int port(int otherwise) {
    return PORTS.check(port == null ? otherwise : port, spec);
  }
}
