package io.daybook.inventory;

import io.daybook.inventory.InventoryEvent.InventoryQuantitySet;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.inventory.InventoryEvent.LowStockAlert;
import io.daybook.inventory.InventoryEvent.LowStockThresholdSet;
import io.daybook.kernel.Capability;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.Samples;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import java.util.List;

/// The registry's entry of this capability.
public final class InventoryCapability implements Capability {
  @Override
  public String name() {
    return "inventory";
  }

  @Override
  public String summary() {
    return "What is on hand, what is promised to orders, and what is left to sell.";
  }

  @Override
  public List<Class<? extends Command>> commandTypes() {
    return List.of(InventoryCommand.class);
  }

  @Override
  public List<Class<? extends Event>> eventTypes() {
    return List.of(InventoryEvent.class);
  }

  @Override
  public List<Class<? extends RejectionCode>> rejectionTypes() {
    return List.of(InventoryRejection.class);
  }

  @Override
  public List<Event> samples() {
    ProductId product = ProductId.of(Samples.uuid(1));
    InventoryId stock = InventoryId.of(product, null);
    return List.of(
        new InventoryQuantitySet(
            stock, product, null, 0, 10, "counted", "staff:usr_7", Samples.at(5)),
        new LowStockThresholdSet(stock, product, null, 9, Samples.at(6)),
        new InventoryReserved(
            stock, product, null, 2, OrderId.of(Samples.uuid(1)), Samples.at(20), Samples.at(35)),
        new LowStockAlert(stock, product, null, 8, 9, Samples.at(20)));
  }
}
