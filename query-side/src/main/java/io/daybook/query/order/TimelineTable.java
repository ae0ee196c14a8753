package io.daybook.query.order;

import io.daybook.order.OrderId;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes down what happened to an order. An event has one entry, however often it comes.
@Component
class TimelineTable {
  private final JdbcClient database;

  TimelineTable(JdbcClient database) {
    this.database = database;
  }

  void add(OrderId order, Moment moment, Recorded recorded) {
    database
        .sql(
            """
            INSERT INTO projection.order_timeline
              (tenant_id, order_id, event_id, type, at, actor, detail, recorded_at, sequence)
            VALUES (:tenant, :order, :event, :type, :at, :actor, :detail, :recordedAt, :sequence)
            ON CONFLICT DO NOTHING
            """)
        .param("tenant", recorded.tenant())
        .param("order", order.value())
        .param("event", recorded.eventId())
        .param("type", recorded.type())
        .param("at", Sql.time(moment.at()))
        .param("actor", recorded.actor())
        .param("detail", moment.detail())
        .param("recordedAt", Sql.time(recorded.recordedAt()))
        .param("sequence", recorded.sequence())
        .update();
  }
}
