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
import io.daybook.query.projection.Projection;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.UpdateEmitter;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the table of stocks.
@Component
@ProcessingGroup("projection-inventory")
public class StockProjection extends Projection {
  private final UpdateEmitter updates;

  public StockProjection(JdbcClient database, UpdateEmitter updates) {
    super(database, "stocks");
    this.updates = updates;
  }

  @EventHandler
  void on(InventoryEvent event, Recorded recorded, Batch batch) {
    switch (event) { // no default: a new event must be decided here
      case InventoryQuantitySet e ->
          add(Movement.onHand(e.newValue(), e.timestamp()), e, recorded, batch);
      case InventoryAdjusted e ->
          add(Movement.onHand(e.newValue(), e.timestamp()), e, recorded, batch);
      case InventoryReserved e ->
          add(Movement.reserved(e.quantity(), e.reservedAt()), e, recorded, batch);
      case InventoryReleased e ->
          add(Movement.reserved(-e.quantity(), e.releasedAt()), e, recorded, batch);
      case InventoryDeducted e ->
          add(Movement.gone(e.quantity(), e.deductedAt()), e, recorded, batch);
      case LowStockThresholdSet e ->
          add(Movement.threshold(e.threshold(), e.setAt()), e, recorded, batch);
      case LowStockAlert e -> add(Movement.low(e.triggeredAt()), e, recorded, batch);
      case OutOfStock e -> add(Movement.out(e.triggeredAt()), e, recorded, batch);
      case InventoryReservationRejected _ -> {} // nothing was taken
    }
  }

  private void add(Movement movement, InventoryEvent event, Recorded recorded, Batch batch) {
    batch.add(StockRow.WRITE, StockRow.of(movement, event, recorded));
    updates.emitAfterCommit(batch, recorded, event.inventoryId());
  }
}
