package io.daybook.query.inventory;

import io.daybook.eventstore.batch.Batch;
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
import io.daybook.query.projection.Projection;
import io.daybook.query.projection.Recorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the table of stocks.
@Component
@ProcessingGroup("projection-inventory")
public class StockProjection extends Projection {
  private final Changes changes;

  public StockProjection(JdbcClient database, Changes changes) {
    super(database, "stocks");
    this.changes = changes;
  }

  @EventHandler
  void on(InventoryEvent event, Recorded recorded, Batch batch) {
    switch (event) { // no default: a new event must be decided here
      case InventoryQuantitySet e ->
          apply(Movement.onHand(e.newValue(), e.timestamp()), e, recorded, batch);
      case InventoryAdjusted e ->
          apply(Movement.onHand(e.newValue(), e.timestamp()), e, recorded, batch);
      case InventoryReserved e ->
          apply(Movement.reserved(e.quantity(), e.reservedAt()), e, recorded, batch);
      case InventoryReleased e ->
          apply(Movement.reserved(-e.quantity(), e.releasedAt()), e, recorded, batch);
      case InventoryDeducted e ->
          apply(Movement.gone(e.quantity(), e.deductedAt()), e, recorded, batch);
      case LowStockThresholdSet e ->
          apply(Movement.threshold(e.threshold(), e.setAt()), e, recorded, batch);
      case LowStockAlert e -> apply(Movement.low(e.triggeredAt()), e, recorded, batch);
      case OutOfStock e -> apply(Movement.out(e.triggeredAt()), e, recorded, batch);
      case InventoryReservationRejected _ -> {} // nothing was taken
    }
  }

  private void apply(Movement movement, InventoryEvent event, Recorded recorded, Batch batch) {
    batch.add(StockRow.WRITE, StockRow.of(movement, event, recorded));
    changes.afterCommit(batch, recorded, event.inventoryId());
  }
}
