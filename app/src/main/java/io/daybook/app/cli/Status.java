package io.daybook.app.cli;

import io.daybook.app.ExitCode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

@Command(
    name = "status",
    description = "Show how far each projection and process is, and what it could not handle.")
public final class Status implements Subcommand {
  private static final List<String> HEADINGS =
      List.of("PROCESSOR", "STATE", "SEGMENTS", "POSITION", "HEAD", "LAG", "DEAD LETTERS");
  private static final int FIRST_NUMBER = 2;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions options = new ServerOptions();

  @Override
  public Integer call() throws InterruptedException {
    try (RunningServer server = RunningServer.on(options.usedDataDirectory(), options.port(0));
        AdminClient admin = new AdminClient(server.baseUrl())) {
      JsonNode processors = admin.get("/processors");
      PrintWriter out = spec.commandLine().getOut();
      out.println(
          server.isOwn()
              ? "No server is running; looked by one of my own."
              : "Server " + server.baseUrl());
      out.println(table(processors));
      out.flush();
    }
    return ExitCode.OK.status();
  }

  public static String table(JsonNode processors) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    processors.forEach(processor -> rows.add(row(processor)));
    return Table.of(rows, FIRST_NUMBER);
  }

  private static List<String> row(JsonNode processor) {
    return List.of(
        processor.path("name").asString(),
        state(processor),
        number(processor, "segments"),
        number(processor, "position"),
        number(processor, "head"),
        number(processor, "lag"),
        number(processor, "deadLetters"));
  }

  private static String state(JsonNode processor) {
    JsonNode stuck = processor.path("stuck");
    if (stuck.isObject()) {
      return stuck(stuck, processor.path("error"));
    }
    if (!processor.path("error").isNull()) {
      return "failing: " + processor.path("error").asString();
    }
    if (!processor.path("running").asBoolean()) {
      return "stopped";
    }
    return processor.path("replaying").asBoolean() ? "replaying" : "running";
  }

  private static String stuck(JsonNode at, JsonNode error) {
    return String.format(
        Locale.ROOT,
        "stuck at %,d (%s of %s) for %,d s%s",
        at.path("position").asLong(),
        at.path("type").asString("?"),
        at.path("stream").asString("?"),
        at.path("seconds").asLong(),
        error.isNull() ? "" : ": " + error.asString());
  }

  private static String number(JsonNode processor, String field) {
    return String.format(Locale.ROOT, "%,d", processor.path(field).asLong());
  }
}
