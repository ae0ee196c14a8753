package io.daybook.query.payment;

import io.daybook.eventstore.batch.Write;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.query.projection.Sql;
import org.jspecify.annotations.Nullable;

/// What events write into the tables of payments. Each statement also adds a row to
/// `payment_operations`. It does nothing where the payment has the event already.
final class PaymentWrites {
  private static final String OPERATION =
      """
      INSERT INTO :schema.payment_operations
        (tenant_id, payment_id, sequence, type, at, actor, amount_minor, currency, reference, reason)
      SELECT event.tenant_id, event.id, event.version, event.type, event.at, event.actor,
        event.step_amount, event.step_currency, event.step_reference, event.step_reason
      """;

  /// A payment is requested again for each further attempt.
  static final Write<PaymentRow<PaymentRequested>> REQUESTED =
      PaymentRow.<PaymentRequested>write(
              """
              WITH event AS (SELECT * FROM :rows AS request),
              payment AS (
                INSERT INTO :schema.payments AS known
                  (tenant_id, payment_id, order_id, customer_id, status, payment_method, currency,
                   amount_minor, captured_minor, refunded_minor, attempt, created_at, updated_at,
                   version)
                SELECT tenant_id, id, order_id, customer, 'REQUESTED', method, currency, amount, 0,
                  0, attempt, at, at, version
                FROM event
                ON CONFLICT (tenant_id, payment_id) DO UPDATE
                SET status = EXCLUDED.status, payment_method = EXCLUDED.payment_method,
                  attempt = EXCLUDED.attempt, decline_kind = NULL, reason = NULL,
                  updated_at = EXCLUDED.updated_at, version = EXCLUDED.version
                WHERE known.version < EXCLUDED.version
                RETURNING tenant_id, payment_id)
              """
                  + OPERATION
                  + """
                  FROM payment
                  JOIN event ON event.tenant_id = payment.tenant_id AND event.id = payment.payment_id
                  """)
          .text("order_id", row -> Sql.id(row.event().orderId()))
          .text("customer", row -> Sql.id(row.event().customerId()))
          .text("method", row -> row.event().paymentMethodId())
          .text("currency", row -> Sql.currency(row.event().amount()))
          .number("amount", row -> row.event().amount().amountMinor())
          .integer("attempt", row -> row.event().attempt());

  static final Write<PaymentRow<PaymentEvent>> CHANGED =
      PaymentRow.<PaymentEvent>write(
              """
              WITH event AS (
                UPDATE :schema.payments AS known
                SET status = CASE
                    WHEN known.refunded_minor + change.refunded >= known.captured_minor
                    THEN 'REFUNDED'
                    WHEN change.issue IS NOT NULL
                    THEN CASE WHEN known.captured_minor > 0 THEN 'CAPTURED' ELSE 'AUTHORIZED' END
                    ELSE coalesce(change.status, known.status) END,
                  redirect_url = coalesce(change.redirect_url, known.redirect_url),
                  authorization_id = coalesce(change.authorized, known.authorization_id),
                  expires_at = CASE WHEN change.authorized IS NULL
                    THEN known.expires_at ELSE change.expires_at END,
                  captured_minor = known.captured_minor + coalesce(change.captured, 0),
                  refunded_minor = known.refunded_minor + coalesce(change.refunded, 0),
                  decline_kind = coalesce(change.kind, known.decline_kind),
                  reason = coalesce(change.reason, known.reason),
                  issue = CASE WHEN change.captured IS NOT NULL OR change.status = 'VOIDED'
                    THEN NULL ELSE coalesce(change.issue, known.issue) END,
                  updated_at = change.at, version = change.version
                FROM :rows AS change
                WHERE known.tenant_id = change.tenant_id AND known.payment_id = change.id
                  AND known.version < change.version
                RETURNING change.*)
              """
                  + OPERATION
                  + "FROM event")
          .text("status", row -> name(row.change().status()))
          .text("redirect_url", row -> row.change().redirectUrl())
          .text("authorized", row -> row.change().authorizationId())
          .time("expires_at", row -> row.change().expiresAt())
          .number("captured", row -> row.change().captured())
          .number("refunded", row -> row.change().refunded())
          .text("kind", row -> name(row.change().kind()))
          .text("reason", row -> row.change().reason())
          .text("issue", row -> name(row.change().issue()));

  private PaymentWrites() {}

  private static @Nullable String name(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }
}
