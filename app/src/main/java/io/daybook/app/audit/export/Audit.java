package io.daybook.app.audit.export;

import io.daybook.app.ExitCode;
import io.daybook.app.cli.AdminClient;
import io.daybook.app.cli.RunningServer;
import io.daybook.app.cli.ServerOptions;
import io.daybook.app.cli.Subcommand;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
    name = "audit",
    description = {
      "Print or export events: by tenant, entity, actor, type, time or request,",
      "or all that followed from one."
    },
    footer = {
      "",
      "Events go to standard output as they come, and how far it is to standard error.",
      "Ctrl-C stops it; with --after it goes on behind the position that it told."
    })
public final class Audit implements Subcommand {
  private static final long MOST_OF_A_TREE = 10_000;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions options = new ServerOptions();
  @Mixin private EventFilterOptions filters = new EventFilterOptions();

  @Option(
      names = "--chain",
      paramLabel = "POSITION|ID",
      description = "All that followed from the request of this event; the table shows the causes.")
  private @Nullable String chain;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private EventFormat format = EventFormat.table;

  @Option(
      names = "--after",
      paramLabel = "POSITION",
      defaultValue = "0",
      description = "Begin behind this position.")
  private long after;

  @Option(names = "--limit", paramLabel = "N", description = "So many events at most.")
  private @Nullable Long limit;

  @Option(names = "--follow", description = "Wait for further events at the end.")
  private boolean follow;

  @Override
  public Integer call() throws InterruptedException {
    if (chain != null && (follow || filters.areGiven())) {
      throw new ParameterException(
          spec.commandLine(), "--chain takes --tenant, --after and --limit alone");
    }
    try (RunningServer server = RunningServer.on(options.usedDataDirectory(), options.port(0));
        AdminClient admin = new AdminClient(server.baseUrl())) {
      PrintWriter out = spec.commandLine().getOut();
      EventExport export =
          new EventExport(
              new EventPages(admin, path(), filters.parameters()),
              format.to(out, chain != null),
              out,
              spec.commandLine().getErr(),
              format != EventFormat.table);
      export.run(after, limit(), follow);
    }
    return ExitCode.OK.status();
  }

  private String path() {
    return chain == null
        ? "/events"
        : "/events/" + URLEncoder.encode(chain, StandardCharsets.UTF_8) + "/chain";
  }

  /// A tree is in memory until it is printed.
  private long limit() {
    if (limit != null) {
      return limit;
    }
    return chain != null && format == EventFormat.table ? MOST_OF_A_TREE : Long.MAX_VALUE;
  }
}
