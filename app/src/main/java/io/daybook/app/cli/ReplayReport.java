package io.daybook.app.cli;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/// What a replay has found, for people.
///
/// @param out standard output
record ReplayReport(PrintWriter out) {

  void begin(JsonNode replay) {
    long discarded = replay.path("discardedDeadLetters").asLong();
    if (discarded > 0) {
      out.printf("%,d dead letters discarded: their events are handled again.%n", discarded);
      out.flush();
    }
  }

  void end(JsonNode replay) {
    JsonNode comparison = replay.path("comparison");
    for (JsonNode table : comparison.path("tables")) {
      out.printf(
          "%-20s %,12d rows, %,d rebuilt, %,d differ%n",
          table.path("table").asString(),
          table.path("live").asLong(),
          table.path("rebuilt").asLong(),
          table.path("differing").asLong());
    }
    comparison.path("differences").forEach(this::difference);
    if (comparison.path("deadLetters").asLong() > 0) {
      out.printf(
          "%,d events could not be handled, or wait behind such a one: see the dead letters.%n",
          comparison.path("deadLetters").asLong());
    }
    if (replay.path("state").asString().equals("KEPT")) {
      String name = replay.path("projection").asString().replace("projection-", "");
      out.printf(
          "Kept in the schema rebuild_%s until DELETE /api/v1/admin/replays/%s%n",
          name, replay.path("id").asString());
    }
    out.flush();
  }

  private void difference(JsonNode difference) {
    String column = difference.path("column").asString("");
    out.printf(
        "  %s %s%s: %s, rebuilt %s%n",
        difference.path("table").asString(),
        difference.path("key"),
        column.isEmpty() ? "" : " " + column,
        difference.path("live"),
        difference.path("rebuilt"));
  }

  static long differing(JsonNode replay) {
    long differing = 0;
    for (JsonNode table : replay.path("comparison").path("tables")) {
      differing += table.path("differing").asLong();
    }
    return differing;
  }
}
