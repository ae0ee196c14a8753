package io.daybook.query.order;

import io.daybook.eventstore.batch.Write;
import io.daybook.kernel.id.OrderId;
import io.daybook.query.projection.Recorded;

/// An entry of an order's timeline. An event has one, however often it is delivered.
record TimelineRow(OrderId order, TimelineDetail detail, Recorded recorded) {
  static final Write<TimelineRow> WRITE =
      Write.<TimelineRow>to(
              """
              INSERT INTO :schema.order_timeline
                (tenant_id, order_id, event_id, type, at, actor, detail, recorded_at, sequence)
              SELECT tenant_id, order_id, event_id, type, at, actor, detail, recorded_at, sequence
              FROM :rows AS entry
              ON CONFLICT DO NOTHING
              """)
          .text("tenant_id", row -> row.recorded.tenant())
          .text("order_id", row -> row.order.value())
          .text("event_id", row -> row.recorded.eventId())
          .text("type", row -> row.recorded.type())
          .time("at", row -> row.detail.at())
          .text("actor", row -> row.recorded.actor())
          .text("detail", row -> row.detail.text())
          .time("recorded_at", row -> row.recorded.recordedAt())
          .number("sequence", row -> row.recorded.sequence());
}
