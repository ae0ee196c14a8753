package io.daybook.query.order;

import io.daybook.kernel.Money;
import io.daybook.query.graphql.Attribute;
import io.daybook.query.graphql.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A line of an order as read.
record OrderLine(
    String orderId,
    int lineNumber,
    String cartItemId,
    String productId,
    @Nullable String variantId,
    String name,
    int quantity,
    Money listPrice,
    Money unitPrice,
    String discountRate,
    Money discount,
    Money total,
    @Nullable String termsBy,
    List<Attribute> attributes) {

  static OrderLine read(ResultSet row, int number) throws SQLException {
    Columns columns = new Columns(row);
    return new OrderLine(
        columns.text("order_id"),
        columns.number("line_number"),
        columns.text("cart_item_id"),
        columns.text("product_id"),
        columns.textOrNull("variant_id"),
        columns.text("name"),
        columns.number("quantity"),
        columns.money("list_price"),
        columns.money("unit_price"),
        row.getBigDecimal("discount_rate").toPlainString(),
        columns.money("discount"),
        columns.money("total"),
        columns.textOrNull("terms_by"),
        columns.attributes("attributes"));
  }
}
