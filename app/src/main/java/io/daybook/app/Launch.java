package io.daybook.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the program inside this process, with settings that win over every other source.
public final class Launch {
  private final List<String> settings = new ArrayList<>();

  private Launch() {}

  public static Launch on(Path dataDirectory, int port) {
    return new Launch()
        .with("daybook.data-dir", dataDirectory.toString())
        .with("server.port", Integer.toString(port));
  }

  public Launch with(String name, String value) {
    settings.add("--" + name + "=" + value);
    return this;
  }

  /// A server that a command starts for its own time says only what is wrong.
  public Launch quietly() {
    return with("logging.level.root", "WARN");
  }

  /// The caller closes the context; no shutdown hook races with it.
  public ConfigurableApplicationContext start() {
    return new SpringApplicationBuilder(Daybook.class)
        .registerShutdownHook(false)
        .run(settings.toArray(String[]::new));
  }
}
