package io.daybook.query.inventory;

import io.daybook.eventstore.batch.Write;
import io.daybook.inventory.InventoryEvent;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.Sql;
import org.jspecify.annotations.Nullable;

/// What one event, or several consecutive events, do to a stock.
///
/// @param first the sequence number of the first of these events
/// @param version the sequence number of the last
record StockRow(
    String tenant,
    String stock,
    String product,
    @Nullable String variant,
    Movement movement,
    long first,
    long version) {
  static final Write<StockRow> WRITE =
      Write.<StockRow>to(
              """
              MERGE INTO :schema.stocks AS known USING :rows AS moved
              ON known.tenant_id = moved.tenant_id AND known.stock_id = moved.stock_id
              WHEN MATCHED AND known.version < moved.first THEN UPDATE
              SET on_hand = coalesce(moved.on_hand, known.on_hand + moved.on_hand_by),
                reserved = known.reserved + moved.reserved_by,
                threshold = coalesce(moved.threshold, known.threshold),
                low_at = coalesce(moved.low_at, known.low_at),
                out_at = coalesce(moved.out_at, known.out_at),
                updated_at = moved.at, version = moved.version
              WHEN NOT MATCHED THEN INSERT
                (tenant_id, stock_id, product_id, variant_id, on_hand, reserved, threshold, low_at,
                 out_at, updated_at, version)
              VALUES (moved.tenant_id, moved.stock_id, moved.product_id, moved.variant_id,
                coalesce(moved.on_hand, moved.on_hand_by), moved.reserved_by, moved.threshold,
                moved.low_at, moved.out_at, moved.at, moved.version)
              """)
          .key(row -> row.tenant + '/' + row.stock)
          .merged(StockRow::then)
          .text("tenant_id", StockRow::tenant)
          .text("stock_id", StockRow::stock)
          .text("product_id", StockRow::product)
          .text("variant_id", StockRow::variant)
          .integer("on_hand", row -> row.movement.onHand())
          .integer("on_hand_by", row -> row.movement.onHandBy())
          .integer("reserved_by", row -> row.movement.reservedBy())
          .integer("threshold", row -> row.movement.threshold())
          .time("low_at", row -> row.movement.lowAt())
          .time("out_at", row -> row.movement.outAt())
          .time("at", row -> row.movement.at())
          .number("first", StockRow::first)
          .number("version", StockRow::version);

  static StockRow of(Movement movement, InventoryEvent event, Recorded recorded) {
    return new StockRow(
        recorded.tenant(),
        event.inventoryId().value(),
        event.productId().value(),
        Sql.id(event.variantId()),
        movement,
        recorded.sequence(),
        recorded.sequence());
  }

  private StockRow then(StockRow later) {
    return new StockRow(
        tenant, stock, product, variant, movement.then(later.movement), first, later.version);
  }
}
