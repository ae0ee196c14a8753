package io.daybook.command.inventory.http;

import static io.daybook.http.Route.post;
import static io.daybook.http.Route.put;
import static io.daybook.kernel.Actor.Kind.CUSTOMER;
import static io.daybook.kernel.Actor.Kind.STAFF;

import io.daybook.http.Route;
import io.daybook.http.RouteTable;
import io.daybook.inventory.InventoryCommand.AdjustInventory;
import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryCommand.SetLowStockThreshold;
import io.daybook.kernel.Command;
import java.util.List;

/// The table of stock routes. A variant is named in the body.
public final class InventoryRoutes implements RouteTable {
  @Override
  public List<Route> routes() {
    return List.of(
        put("/inventory/{productId}", SetInventoryQuantity.class, "Set what is on hand, as counted")
            .by(STAFF),
        post(
                "/inventory/{productId}/adjustments",
                AdjustInventory.class,
                "Move what is on hand by a difference")
            .by(STAFF),
        put(
                "/inventory/{productId}/threshold",
                SetLowStockThreshold.class,
                "Set when to warn of low stock")
            .by(STAFF),
        post(
                "/inventory/{productId}/reservations",
                ReserveInventory.class,
                "Hold stock for an order")
            .by(STAFF, CUSTOMER),
        post("/inventory/{productId}/releases", ReleaseInventory.class, "Give up a hold")
            .by(STAFF));
  }

  @Override
  public List<Class<? extends Command>> sentByProcesses() {
    return List.of(DeductInventory.class);
  }
}
