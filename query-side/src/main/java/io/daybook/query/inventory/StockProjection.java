package io.daybook.query.inventory;

import io.daybook.inventory.InventoryEvent;
import io.daybook.inventory.InventoryEvent.InventoryAdjusted;
import io.daybook.inventory.InventoryEvent.InventoryDeducted;
import io.daybook.inventory.InventoryEvent.InventoryQuantitySet;
import io.daybook.inventory.InventoryEvent.InventoryReleased;
import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.inventory.InventoryEvent.LowStockAlert;
import io.daybook.inventory.InventoryEvent.LowStockThresholdSet;
import io.daybook.inventory.InventoryEvent.OutOfStock;
import io.daybook.query.projection.Changes;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.Sql;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the table of stocks.
@Component
@ProcessingGroup("projection-inventory")
public class StockProjection {
  private final JdbcClient database;
  private final Changes changes;

  public StockProjection(JdbcClient database, Changes changes) {
    this.database = database;
    this.changes = changes;
  }

  @EventHandler
  void on(InventoryEvent event, Recorded recorded) {
    switch (event) { // no default: a new event must be decided here
      case InventoryQuantitySet e ->
          apply(Movement.onHand(e.newValue(), e.timestamp()), e, recorded);
      case InventoryAdjusted e -> apply(Movement.onHand(e.newValue(), e.timestamp()), e, recorded);
      case InventoryReserved e ->
          apply(Movement.reserved(e.quantity(), e.reservedAt()), e, recorded);
      case InventoryReleased e ->
          apply(Movement.reserved(-e.quantity(), e.releasedAt()), e, recorded);
      case InventoryDeducted e -> apply(Movement.gone(e.quantity(), e.deductedAt()), e, recorded);
      case LowStockThresholdSet e ->
          apply(Movement.threshold(e.threshold(), e.setAt()), e, recorded);
      case LowStockAlert e -> apply(Movement.low(e.triggeredAt()), e, recorded);
      case OutOfStock e -> apply(Movement.out(e.triggeredAt()), e, recorded);
      case InventoryReservationRejected _ -> {} // nothing was taken
    }
  }

  @ResetHandler
  void reset() {
    database.sql("TRUNCATE projection.stocks").update();
  }

  private void apply(Movement movement, InventoryEvent event, Recorded recorded) {
    database
        .sql(
            """
            INSERT INTO projection.stocks AS stock
              (tenant_id, stock_id, product_id, variant_id, on_hand, reserved, threshold, low_at,
               out_at, updated_at, version)
            VALUES (:tenant, :stock, :product, :variant,
              coalesce(CAST(:onHand AS integer), :onHandBy), :reservedBy,
              CAST(:threshold AS integer), CAST(:lowAt AS timestamptz),
              CAST(:outAt AS timestamptz), :at, :version)
            ON CONFLICT (tenant_id, stock_id) DO UPDATE
            SET on_hand = coalesce(CAST(:onHand AS integer), stock.on_hand + :onHandBy),
              reserved = stock.reserved + :reservedBy,
              threshold = coalesce(EXCLUDED.threshold, stock.threshold),
              low_at = coalesce(EXCLUDED.low_at, stock.low_at),
              out_at = coalesce(EXCLUDED.out_at, stock.out_at),
              updated_at = EXCLUDED.updated_at, version = EXCLUDED.version
            WHERE stock.version < EXCLUDED.version
            """)
        .param("tenant", recorded.tenant())
        .param("stock", event.inventoryId().value())
        .param("product", event.productId().value())
        .param("variant", Sql.id(event.variantId()))
        .param("onHand", movement.onHand())
        .param("onHandBy", movement.onHandBy())
        .param("reservedBy", movement.reservedBy())
        .param("threshold", movement.threshold())
        .param("lowAt", Sql.timeOrNull(movement.lowAt()))
        .param("outAt", Sql.timeOrNull(movement.outAt()))
        .param("at", Sql.time(movement.at()))
        .param("version", recorded.sequence())
        .update();
    changes.afterCommit(recorded, event.inventoryId());
  }
}
