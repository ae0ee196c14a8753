package io.daybook.app.audit.export;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What followed from what: each event below the one that led to it, further to the right.
final class EventTree implements EventWriter {
  private static final long NONE = 0;

  private final PrintWriter out;
  private final Map<Long, JsonNode> events = new LinkedHashMap<>();

  EventTree(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void write(JsonNode event) {
    events.put(event.path("position").asLong(), event);
  }

  @Override
  public void end() {
    Map<Long, List<JsonNode>> followers = new LinkedHashMap<>();
    for (JsonNode event : events.values()) {
      long cause = event.path("causedBy").asLong(NONE);
      followers
          .computeIfAbsent(events.containsKey(cause) ? cause : NONE, _ -> new ArrayList<>())
          .add(event);
    }
    print(NONE, 0, followers);
  }

  /// An event comes after the one that led to it, so there is an end.
  private void print(long cause, int depth, Map<Long, List<JsonNode>> followers) {
    for (JsonNode event : followers.getOrDefault(cause, List.of())) {
      out.println(
          String.format(
              Locale.ROOT,
              "%10s  %-27s  %s%s  %s  %s",
              event.path("position").asString(),
              event.path("recordedAt").asString(),
              "  ".repeat(depth),
              event.path("type").asString(),
              event.at("/entity/id").asString(),
              event.path("actor").asString()));
      print(event.path("position").asLong(), depth + 1, followers);
    }
  }
}
