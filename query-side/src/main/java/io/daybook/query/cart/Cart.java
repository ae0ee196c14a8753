package io.daybook.query.cart;

import io.daybook.kernel.Money;
import io.daybook.query.graphql.Columns;
import io.daybook.query.graphql.Entity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A cart as read, with the sums over the lines that are in it.
record Cart(
    String id,
    @Nullable String customerId,
    CartStatus status,
    @Nullable Money total,
    long units,
    @Nullable String clearReason,
    @Nullable String lastOrderId,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant expiredAt)
    implements Entity {
  static final String COLUMNS =
      """
      r.*,
      (SELECT CASE WHEN s.minor <= 9223372036854775807 THEN s.minor END
       FROM (SELECT sum(l.quantity::numeric * l.unit_price_minor) AS minor
             FROM projection.cart_lines l
             WHERE l.tenant_id = r.tenant_id AND l.cart_id = r.cart_id AND l.removed_at IS NULL) s)
        AS total_minor,
      (SELECT sum(l.quantity) FROM projection.cart_lines l
       WHERE l.tenant_id = r.tenant_id AND l.cart_id = r.cart_id AND l.removed_at IS NULL)
        AS units,
      (SELECT min(l.currency) FROM projection.cart_lines l
       WHERE l.tenant_id = r.tenant_id AND l.cart_id = r.cart_id AND l.removed_at IS NULL)
        AS currency\
      """;

  static Cart read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new Cart(
        columns.text("cart_id"),
        columns.textOrNull("customer_id"),
        columns.one(CartStatus.class, "status"),
        columns.moneyOrNull("total"),
        row.getLong("units"),
        columns.textOrNull("clear_reason"),
        columns.textOrNull("last_order_id"),
        columns.time("created_at"),
        columns.time("updated_at"),
        columns.timeOrNull("expired_at"));
  }
}
