package io.daybook.query.payment;

import io.daybook.kernel.Money;
import io.daybook.payment.PaymentStatus;
import io.daybook.query.graphql.Columns;
import io.daybook.query.graphql.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A payment as read.
public record Payment(
    String id,
    @Nullable String orderId,
    @Nullable String customerId,
    PaymentStatus status,
    String paymentMethod,
    Money amount,
    Money captured,
    Money refunded,
    int attempt,
    @Nullable String authorizationId,
    @Nullable Instant expiresAt,
    @Nullable String redirectUrl,
    @Nullable String declineKind,
    @Nullable String reason,
    @Nullable String issue,
    Instant createdAt,
    Instant updatedAt)
    implements Entity {

  static Payment read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new Payment(
        columns.text("payment_id"),
        columns.textOrNull("order_id"),
        columns.textOrNull("customer_id"),
        columns.one(PaymentStatus.class, "status"),
        columns.text("payment_method"),
        columns.money("amount"),
        columns.money("captured"),
        columns.money("refunded"),
        columns.number("attempt"),
        columns.textOrNull("authorization_id"),
        columns.timeOrNull("expires_at"),
        columns.textOrNull("redirect_url"),
        columns.textOrNull("decline_kind"),
        columns.textOrNull("reason"),
        columns.textOrNull("issue"),
        columns.time("created_at"),
        columns.time("updated_at"));
  }
}
