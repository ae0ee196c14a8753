package io.daybook.query.order;

import io.daybook.eventstore.batch.Write;
import io.daybook.order.OrderEvent.OrderIssueRaised;
import io.daybook.order.OrderEvent.OrderIssueResolved;
import io.daybook.query.projection.EventRow;
import io.daybook.query.projection.Sql;

/// What events write into the table of orders' issues.
final class IssueWrites {
  /// An issue that comes back is open again.
  static final Write<EventRow<OrderIssueRaised>> RAISED =
      EventRow.<OrderIssueRaised>write(
              """
              INSERT INTO :schema.order_issues AS known
                (tenant_id, order_id, issue, detail, currency, amount_minor, raised_at, version)
              SELECT tenant_id, id, issue, detail, currency, amount, at, version FROM :rows AS event
              ON CONFLICT (tenant_id, order_id, issue) DO UPDATE
              SET detail = EXCLUDED.detail, currency = EXCLUDED.currency,
                amount_minor = EXCLUDED.amount_minor, raised_at = EXCLUDED.raised_at,
                resolved_at = NULL, version = EXCLUDED.version
              WHERE known.version < EXCLUDED.version
              """)
          .text("issue", row -> row.event().issue().name())
          .text("detail", row -> row.event().detail())
          .text("currency", row -> Sql.currency(row.event().amount()))
          .number("amount", row -> Sql.amount(row.event().amount()))
          .time("at", row -> row.event().raisedAt());

  static final Write<EventRow<OrderIssueResolved>> RESOLVED =
      EventRow.<OrderIssueResolved>write(
              """
              UPDATE :schema.order_issues AS known
              SET resolved_at = event.at, version = event.version
              FROM :rows AS event
              WHERE known.tenant_id = event.tenant_id AND known.order_id = event.id
                AND known.issue = event.issue AND known.version < event.version
              """)
          .text("issue", row -> row.event().issue().name())
          .time("at", row -> row.event().resolvedAt());

  private IssueWrites() {}
}
