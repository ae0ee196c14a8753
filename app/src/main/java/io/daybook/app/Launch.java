package io.daybook.app;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the program inside this process, with settings that win over every other source.
public final class Launch {
  private static final String ADDRESS = "server.address";

  private final List<String> settings = new ArrayList<>();
  private final Path dataDirectory;
  private final int port;
  private String address = System.getenv().getOrDefault("DAYBOOK_BIND", "127.0.0.1");

  private Launch(Path dataDirectory, int port) {
    this.dataDirectory = dataDirectory;
    this.port = port;
  }

  public static Launch on(Path dataDirectory, int port) {
    return new Launch(dataDirectory, port)
        .with("daybook.data-dir", dataDirectory.toString())
        .with("server.port", Integer.toString(port));
  }

  public Launch with(String name, String value) {
    settings.add("--" + name + "=" + value);
    return this;
  }

  /// @param bind the address to listen on
  public Launch at(String bind) {
    address = bind;
    return with(ADDRESS, bind);
  }

  /// A server that a command starts for its own time says only what is wrong.
  public Launch quietly() {
    return with("logging.level.root", "WARN");
  }

  /// The caller closes the context.
  ///
  /// @throws Failure with [ExitCode#DATA_DIRECTORY_IN_USE] or [ExitCode#PORT_IN_USE] before anything
  ///     is started, and with [ExitCode#INTERRUPTED] when nothing is left running
  public ConfigurableApplicationContext start() {
    DataDirectory.open(dataDirectory).close();
    if (port != 0) {
      requireFreePort();
    }
    return Startup.run(
        new SpringApplicationBuilder(Daybook.class).main(Daybook.class),
        settings.toArray(String[]::new));
  }

  /// A database takes seconds to start: a port that somebody else has is told of before that.
  private void requireFreePort() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(
          true); // as the server does: what lingers of an earlier one is no use of it
      probe.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (BindException e) {
      throw new Failure(
          ExitCode.PORT_IN_USE,
          "the port %d is in use by another program, or %s is no address of this machine: take another one with --port"
              .formatted(port, address),
          e);
    } catch (IOException e) {
      throw new Failure(ExitCode.USAGE, "cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }
}
