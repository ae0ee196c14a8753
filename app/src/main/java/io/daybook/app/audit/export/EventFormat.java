package io.daybook.app.audit.export;

import java.io.PrintWriter;

/// In which form events are written.
enum EventFormat {
  table,
  jsonl,
  csv;

  /// @param tree whether a table shows what followed from what
  EventWriter to(PrintWriter out, boolean tree) {
    return switch (this) {
      case table -> tree ? new EventTree(out) : new EventTable(out);
      case jsonl -> event -> out.println(event);
      case csv -> new EventCsv(out);
    };
  }
}
