package io.daybook.query.payment;

/// The statements that change a payment. Each adds to the list of operations as well, and does nothing
/// where the payment has seen the event before.
final class PaymentSql {
  private static final String OPERATION =
      """
      INSERT INTO projection.payment_operations
        (tenant_id, payment_id, sequence, type, at, actor, amount_minor, currency, reference, reason)
      SELECT tenant_id, payment_id, :version, :type, :at, :actor,
        CAST(:entryAmount AS bigint), :entryCurrency, :entryReference, :entryReason
      FROM payment
      """;

  /// A payment is requested again for each further attempt.
  static final String REQUEST =
      """
      WITH payment AS (
        INSERT INTO projection.payments AS known
          (tenant_id, payment_id, order_id, customer_id, status, payment_method, currency,
           amount_minor, captured_minor, refunded_minor, attempt, created_at, updated_at, version)
        VALUES (:tenant, :payment, :order, :customer, 'REQUESTED', :method, :currency, :amount, 0, 0,
          :attempt, :at, :at, :version)
        ON CONFLICT (tenant_id, payment_id) DO UPDATE
        SET status = EXCLUDED.status, payment_method = EXCLUDED.payment_method,
          attempt = EXCLUDED.attempt, decline_kind = NULL, reason = NULL,
          updated_at = EXCLUDED.updated_at, version = EXCLUDED.version
        WHERE known.version < EXCLUDED.version
        RETURNING tenant_id, payment_id)
      """
          + OPERATION;

  static final String REFUNDED =
      """
      refunded_minor = refunded_minor + :refunded,
      status = CASE WHEN refunded_minor + :refunded >= captured_minor THEN 'REFUNDED' ELSE status END\
      """;

  private PaymentSql() {}

  /// @param assignments what changes beside the operations; may be blank
  static String update(String assignments) {
    return """
    WITH payment AS (
      UPDATE projection.payments SET %s updated_at = :at, version = :version
      WHERE tenant_id = :tenant AND payment_id = :payment AND version < :version
      RETURNING tenant_id, payment_id)
    """
            .formatted(assignments.isBlank() ? "" : assignments + ",")
        + OPERATION;
  }
}
