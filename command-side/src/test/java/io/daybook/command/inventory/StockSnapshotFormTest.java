package io.daybook.command.inventory;

import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.StoredForm;
import io.daybook.inventory.InventoryEvent.InventoryDeducted;
import io.daybook.inventory.InventoryEvent.InventoryQuantitySet;
import io.daybook.inventory.InventoryEvent.InventoryReleased;
import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.inventory.InventoryEvent.LowStockThresholdSet;
import io.daybook.kernel.Samples;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StockSnapshotFormTest extends CommandSideTest {
  private static final ProductId PRODUCT = ProductId.of(Samples.uuid(1));
  private static final InventoryId STOCK = InventoryId.of(PRODUCT, null);

  @Autowired private Serializer serializer;
  private final Inventory inventory = new Inventory();

  @Test
  void a_stock_is_stored_in_the_form_of_its_revision() {
    List.of(
            new InventoryQuantitySet(
                STOCK, PRODUCT, null, 0, 20, "counted", "staff:usr_7", Samples.at(1)),
            new LowStockThresholdSet(STOCK, PRODUCT, null, 5, Samples.at(2)),
            reserved(1, 4, null),
            reserved(2, 3, Samples.at(30)),
            reserved(3, 2, Samples.at(30)),
            reserved(4, 1, null),
            new InventoryReleased(STOCK, PRODUCT, null, 2, order(3), "EXPIRED", Samples.at(31)),
            new InventoryDeducted(STOCK, PRODUCT, null, 1, order(4), Samples.at(32)),
            new InventoryDeducted(STOCK, PRODUCT, null, 1, order(1), Samples.at(33)),
            new InventoryReservationRejected(
                STOCK, PRODUCT, null, 99, 11, order(5), Samples.at(34)))
        .forEach(
            event ->
                inventory.on(
                    event,
                    TenantId.DEFAULT.value(),
                    "command-" + event.getClass().getSimpleName()));

    new StoredForm(serializer, "Inventory.json")
        .holds(inventory, "io.daybook.command.inventory.Inventory", "2");
  }

  private static InventoryReserved reserved(int number, int quantity, @Nullable Instant expiresAt) {
    return new InventoryReserved(
        STOCK, PRODUCT, null, quantity, order(number), Samples.at(3), expiresAt);
  }

  private static OrderId order(int number) {
    return OrderId.of(Samples.uuid(number));
  }
}
