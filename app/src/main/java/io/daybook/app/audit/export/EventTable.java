package io.daybook.app.audit.export;

import java.io.PrintWriter;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A line for each event, as it comes: so the columns have a width from the start.
record EventTable(PrintWriter out) implements EventWriter {
  private static final String LINE = "%10s  %-27s  %-10s  %-28s  %-44s  %s";

  @Override
  public void begin() {
    print("POSITION", "RECORDED", "TENANT", "ACTOR", "ENTITY", "TYPE");
  }

  @Override
  public void write(JsonNode event) {
    print(
        event.path("position").asString(),
        event.path("recordedAt").asString(),
        event.path("tenant").asString(),
        event.path("actor").asString(),
        event.at("/entity/id").asString(),
        event.path("type").asString());
  }

  private void print(String... values) {
    out.println(String.format(Locale.ROOT, LINE, (Object[]) values).stripTrailing());
  }
}
