package io.daybook.query.projection;

import io.daybook.eventstore.batch.Write;
import io.daybook.kernel.Event;

/// A row to write for an event: its payload, and what the store knows of it.
public record EventRow<E extends Event>(E event, Recorded recorded) {

  /// A statement whose rows have `tenant_id`, `id` (of the entity whose event it is) and `version` (its
  /// number in that entity's stream). What concerns one entity is written in order.
  public static <E extends Event> Write<EventRow<E>> write(String text) {
    return Write.<EventRow<E>>to(text)
        .key(EventRow::stream)
        .text("tenant_id", row -> row.recorded.tenant())
        .text("id", row -> row.event.source().value())
        .number("version", row -> row.recorded.sequence());
  }

  private String stream() {
    return recorded.tenant() + '/' + event.source().value();
  }
}
