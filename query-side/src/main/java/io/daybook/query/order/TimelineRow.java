package io.daybook.query.order;

import io.daybook.eventstore.batch.Write;
import io.daybook.kernel.id.OrderId;
import io.daybook.query.projection.Recorded;

/// What happened to an order. An event has one entry, however often it comes.
record TimelineRow(OrderId order, Moment moment, Recorded recorded) {
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
          .time("at", row -> row.moment.at())
          .text("actor", row -> row.recorded.actor())
          .text("detail", row -> row.moment.detail())
          .time("recorded_at", row -> row.recorded.recordedAt())
          .number("sequence", row -> row.recorded.sequence());
}
