package io.daybook.app.cli;

import io.daybook.app.ExitCode;
import io.daybook.app.Launch;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "start", description = "Run the server until Ctrl-C.")
public final class Start implements Subcommand {
  private static final Logger LOG = LoggerFactory.getLogger(Start.class);
  private static final int DEFAULT_PORT = 8080;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions server = new ServerOptions();

  @Option(
      names = "--bind",
      paramLabel = "ADDRESS",
      defaultValue = "${env:DAYBOOK_BIND:-127.0.0.1}",
      description =
          "The address to listen on; 0.0.0.0 is every one of this machine's (default"
              + " ${DEFAULT-VALUE}).")
  private String bind = "127.0.0.1";

  @Option(
      names = "--throw-away",
      description = "Take a database that may lose data in a crash (fsync off and the like).")
  private boolean throwAway;

  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "auto",
      description =
          "${COMPLETION-CANDIDATES}; auto is text on a terminal and json elsewhere (default"
              + " ${DEFAULT-VALUE}).")
  private LogFormat logFormat = LogFormat.auto;

  @Override
  public Integer call() {
    Launch launch = Launch.on(server.dataDirectory(), server.port(DEFAULT_PORT)).at(bind);
    if (throwAway) {
      launch.with("daybook.throw-away", "true");
    }
    logFormat
        .structure()
        .ifPresent(format -> launch.with("logging.structured.format.console", format));
    try (ConfigurableApplicationContext context = launch.start()) {
      announce(Urls.of(context));
      Interruption.await();
    }
    return ExitCode.OK.status();
  }

  /// A program that collects the log gets a line of it; a person gets the addresses to click.
  private void announce(Urls urls) {
    if (logFormat.structure().isPresent()) {
      LOG.info("Daybook is running at {}", urls.base());
      return;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(urls.describe());
    out.flush();
  }
}
