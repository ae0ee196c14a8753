package io.daybook.app.cli;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
    name = "replay",
    description = {
      "Rebuild one projection from its events, beside the one that serves, compare both,",
      "and put the new one in its place. Readers notice nothing."
    },
    footer = {
      "",
      "Ctrl-C stops the watching. A server that was running already goes on with the replay;",
      "one that this command started goes on with it at its next start."
    })
public final class Replay implements Subcommand {
  private static final Duration INTERVAL = Duration.ofMillis(100);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions options = new ServerOptions();

  @Parameters(paramLabel = "PROJECTION", description = "Its name, as shown by `status`: order, …")
  private String projection = "";

  @ArgGroup private @Nullable Mode mode;

  /// At most one of them.
  private static final class Mode {
    @Option(
        names = "--compare-only",
        description = "Tell the differences, change nothing; exit status 1 if there are any.")
    private boolean compareOnly;

    @Option(
        names = "--keep",
        description = "Tell the differences, and keep what was rebuilt to look at.")
    private boolean keep;

    @Option(
        names = "--in-place",
        description = "Empty the tables and fill them again: readers see them grow.")
    private boolean inPlace;

    private String query() {
      return "?mode=" + (compareOnly ? "compare" : keep ? "keep" : "in-place");
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    try (RunningServer server = RunningServer.on(options.usedDataDirectory(), options.port(0));
        AdminClient admin = new AdminClient(server.baseUrl())) {
      String query = mode == null ? "" : mode.query();
      JsonNode started = admin.post("/projections/" + projection + "/replays" + query);
      ReplayReport report = new ReplayReport(spec.commandLine().getOut());
      report.begin(started);
      JsonNode ended = watch(admin, started);
      report.end(ended);
      if (mode != null && mode.compareOnly && ReplayReport.differing(ended) > 0) {
        throw new Failure(ExitCode.FAILED, "the tables are not what the events say");
      }
    }
    return ExitCode.OK.status();
  }

  private static JsonNode watch(AdminClient admin, JsonNode started) throws InterruptedException {
    String path = "/replays/" + started.path("id").asString();
    String label = "Replaying " + started.path("projection").asString();
    try (Progress progress = Progress.of(label, started.path("target").asLong())) {
      for (JsonNode replay = started; ; replay = admin.get(path)) {
        progress.reach(replay.path("position").asLong());
        switch (replay.path("state").asString()) {
          case "COMPLETED", "KEPT" -> {
            return replay;
          }
          case "CANCELLED" ->
              throw new Failure(ExitCode.INTERRUPTED, "the replay was cancelled by somebody else");
          case "FAILED" ->
              throw new Failure(
                  ExitCode.FAILED, "the replay failed: " + replay.path("failure").asString());
          default -> Thread.sleep(INTERVAL);
        }
      }
    }
  }
}
