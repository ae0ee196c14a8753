package io.daybook.query.projection;

import io.daybook.eventstore.batch.Write;
import io.daybook.kernel.Event;

/// An event with what the store knows of it: what most statements write a row for.
public record Fact<E extends Event>(E event, Recorded recorded) {

  /// A statement whose rows have `tenant_id`, `id` (of the entity whose event it is) and `version` (its
  /// number in that entity's stream). What concerns one entity is written in order.
  public static <E extends Event> Write<Fact<E>> write(String text) {
    return Write.<Fact<E>>to(text)
        .key(Fact::stream)
        .text("tenant_id", fact -> fact.recorded.tenant())
        .text("id", fact -> fact.event.source().value())
        .number("version", fact -> fact.recorded.sequence());
  }

  private String stream() {
    return recorded.tenant() + '/' + event.source().value();
  }
}
