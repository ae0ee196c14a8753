package io.daybook.app.cli;

import io.daybook.app.ExitCode;
import io.daybook.app.Failure;
import java.io.PrintWriter;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
    name = "replay",
    description = "Rebuild one projection from its events while the others go on.",
    footer = {
      "",
      "Ctrl-C stops the watching. A server that was running already goes on with the replay;",
      "one that this command started goes on with it at its next start."
    })
public final class Replay implements Subcommand {
  private static final Duration PACE = Duration.ofMillis(100);

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions options = new ServerOptions();

  @Parameters(paramLabel = "PROJECTION", description = "Its name, as shown by `status`: order, …")
  private String projection = "";

  @Override
  public Integer call() throws InterruptedException {
    try (RunningServer server = RunningServer.on(options.usedDataDirectory(), options.port(0));
        AdminClient admin = new AdminClient(server.baseUrl())) {
      JsonNode replay = admin.post("/projections/" + projection + "/replays");
      report(replay);
      watch(admin, replay);
    }
    return ExitCode.OK.status();
  }

  private void report(JsonNode replay) {
    long discarded = replay.path("discardedDeadLetters").asLong();
    if (discarded > 0) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf("%,d dead letters discarded: their events are handled again.%n", discarded);
      out.flush();
    }
  }

  private static void watch(AdminClient admin, JsonNode started) throws InterruptedException {
    String path = "/replays/" + started.path("id").asString();
    String label = "Replaying " + started.path("projection").asString();
    try (Progress progress = Progress.of(label, started.path("target").asLong())) {
      for (JsonNode replay = started; ; replay = admin.get(path)) {
        progress.reach(replay.path("position").asLong());
        switch (replay.path("state").asString()) {
          case "COMPLETED" -> {
            return;
          }
          case "CANCELLED" ->
              throw new Failure(ExitCode.INTERRUPTED, "the replay was cancelled by somebody else");
          default -> Thread.sleep(PACE);
        }
      }
    }
  }
}
