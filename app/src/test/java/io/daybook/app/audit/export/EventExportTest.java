package io.daybook.app.audit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.app.Failure;
import io.daybook.app.RunningProgramTest;
import io.daybook.app.cli.AdminClient;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventExportTest extends RunningProgramTest {
  private final String actor = "staff:usr_" + UUID.randomUUID();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String first = "";
  private String second = "";

  @BeforeEach
  void two_events() throws Exception {
    first = create("Tea, \\\"green\\\"", "Daybook-Actor", actor);
    second = create("Coffee", "Daybook-Actor", actor);
  }

  @Test
  void a_table_has_a_line_for_each_event() throws Exception {
    export(EventFormat.table, 0, Long.MAX_VALUE);

    assertThat(out.toString().lines()).hasSize(3);
    assertThat(out.toString().lines().skip(1))
        .allMatch(line -> line.contains(actor) && line.endsWith("  catalog.CategoryCreated"));
    assertThat(out.toString()).startsWith("  POSITION  RECORDED");
  }

  @Test
  void json_lines_are_the_events_as_the_api_tells_them() throws Exception {
    export(EventFormat.jsonl, 0, Long.MAX_VALUE);

    JsonNode told = get("/api/v1/admin/events?actor=" + actor).path("events");
    assertThat(out.toString().lines().map(JSON::readTree))
        .containsExactly(told.get(0), told.get(1));
  }

  @Test
  void comma_separated_values_have_headings_and_the_payload_as_json() throws Exception {
    export(EventFormat.csv, 0, Long.MAX_VALUE);

    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = format.parse(new StringReader(out.toString()))) {
      CSVRecord record = parser.getRecords().getFirst();
      assertThat(record.get("type")).isEqualTo("catalog.CategoryCreated");
      assertThat(record.get("actor")).isEqualTo(actor);
      assertThat(record.get("causedBy")).isEmpty();
      assertThat(JSON.readTree(record.get("payload")).path("name").asString())
          .isEqualTo(first.replace("\\", ""));
    }
  }

  @Test
  void one_that_ended_early_says_from_where_it_goes_on() throws Exception {
    export(EventFormat.jsonl, 0, 1);
    assertThat(out.toString().lines()).hasSize(1);
    long position = JSON.readTree(out.toString()).path("position").asLong();
    assertThat(err.toString()).contains("--after " + position + " goes on");

    out.getBuffer().setLength(0);
    export(EventFormat.jsonl, position, Long.MAX_VALUE);

    assertThat(out.toString().lines()).hasSize(1);
    assertThat(out.toString()).contains(second);
  }

  @Test
  void a_tree_shows_what_followed_below_what_led_to_it() {
    EventWriter tree = EventFormat.table.to(new PrintWriter(out, true), true);
    tree.write(event(1, null, "order.OrderPlacementStarted"));
    tree.write(event(2, 1L, "inventory.InventoryReserved"));
    tree.write(event(3, 1L, "payment.PaymentRequested"));
    tree.write(event(4, 2L, "inventory.InventoryDepleted"));
    tree.end();

    assertThat(out.toString().lines().map(line -> line.substring(0, 10).strip()))
        .containsExactly("1", "2", "4", "3");
    assertThat(out.toString().lines().map(line -> line.substring(41)))
        .containsExactly(
            "order.OrderPlacementStarted  x  y",
            "  inventory.InventoryReserved  x  y",
            "    inventory.InventoryDepleted  x  y",
            "  payment.PaymentRequested  x  y");
  }

  @Test
  void what_the_server_refuses_is_the_failure() {
    assertThatThrownBy(() -> run(EventFormat.csv, Map.of("type", "none"), 0, 1))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("AUDIT_FILTER_INVALID");
  }

  private static JsonNode event(long position, @Nullable Long causedBy, String type) {
    Map<String, Object> event = new HashMap<>();
    event.put("position", position);
    event.put("causedBy", causedBy);
    event.put("type", type);
    event.put("recordedAt", "at" + " ".repeat(25));
    event.put("entity", Map.of("id", "x"));
    event.put("actor", "y");
    return JSON.valueToTree(event);
  }

  private void export(EventFormat format, long after, long limit) throws InterruptedException {
    run(format, Map.of("actor", actor), after, limit);
  }

  private void run(EventFormat format, Map<String, String> filters, long after, long limit)
      throws InterruptedException {
    PrintWriter writer = new PrintWriter(out);
    try (AdminClient admin = new AdminClient(server())) {
      new EventExport(
              new EventPages(admin, "/events", filters),
              format.to(writer, false),
              writer,
              new PrintWriter(err),
              false)
          .run(after, limit, false);
    }
  }
}
