package io.daybook.app.audit.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import tools.jackson.databind.JsonNode;

/// Comma-separated values (RFC 4180) with headings; the payload is JSON.
record EventCsv(PrintWriter out) implements EventWriter {
  private static final CSVFormat FORMAT = CSVFormat.RFC4180;

  /// The columns, as paths into the event.
  private static final List<String> COLUMNS =
      List.of(
          "position",
          "eventId",
          "tenant",
          "entity/type",
          "entity/id",
          "entity/sequence",
          "type",
          "revision",
          "recordedAt",
          "effectiveAt",
          "actor",
          "correlationId",
          "causationId",
          "causedBy",
          "commandId",
          "traceId",
          "leaf",
          "payload");

  @Override
  public void begin() {
    print(COLUMNS);
  }

  @Override
  public void write(JsonNode event) {
    print(COLUMNS.stream().map(column -> text(event.at("/" + column))).toList());
  }

  private static String text(JsonNode value) {
    if (value.isContainer()) {
      return value.toString();
    }
    return value.isNull() ? "" : value.asString();
  }

  private void print(List<String> values) {
    try {
      FORMAT.printRecord(out, values.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
