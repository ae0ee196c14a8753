package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.Given;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryEvent;
import io.daybook.inventory.InventoryEvent.InventoryAdjusted;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StockSnapshotTest extends CommandSideTest {
  private static final int SNAPSHOT_AFTER = 50;

  private final ProductId product = ProductId.of(UUID.randomUUID());
  private final InventoryId shelf = InventoryId.of(product, null);
  private final OrderId first = OrderId.of(UUID.randomUUID());

  @Test
  void loading_costs_the_same_after_ten_events_and_after_ten_thousand() {
    adjust(9);
    reserve(first, 3);
    readsAtMost(10, shelf, reservation(first, 3), Given.PROCESS);

    while (eventCountOf(shelf) < 10_000) {
      adjust(SNAPSHOT_AFTER - 1);
      reserve(OrderId.of(UUID.randomUUID()), 1);
      readsAtMost(SNAPSHOT_AFTER, shelf, reservation(first, 3), Given.PROCESS);
    }
  }

  @Test
  void what_was_decided_before_a_snapshot_is_known_after_it() {
    adjust(60);
    reserve(first, 3);
    readsAtMost(0, shelf, reservation(first, 3), Given.PROCESS);
    release(first, 3);
    adjust(60);
    readsAtMost(0, shelf, givenUp(first, 3), Given.PROCESS);

    int before = eventCountOf(shelf);
    release(first, 3);
    assertThat(eventCountOf(shelf)).isEqualTo(before);
    assertThatThrownBy(() -> send(givenUp(first, 4), Given.STAFF))
        .isInstanceOfSatisfying(
            Rejection.class,
            refusal ->
                assertThat(refusal.code()).isEqualTo(InventoryRejection.QUANTITY_EXCEEDS_RESERVED));
  }

  private void adjust(int times) {
    int events = eventCountOf(shelf);
    happened(
        "Inventory",
        events,
        IntStream.rangeClosed(1, times)
            .<InventoryEvent>mapToObj(
                nth ->
                    new InventoryAdjusted(
                        shelf, product, null, 1, events + nth, "found", "staff:usr_7", AT))
            .toList());
  }

  private void reserve(OrderId order, int quantity) {
    send(reservation(order, quantity), Given.PROCESS);
  }

  private void release(OrderId order, int quantity) {
    send(givenUp(order, quantity), Given.PROCESS);
  }

  private ReserveInventory reservation(OrderId order, int quantity) {
    return new ReserveInventory(product, null, quantity, order, null);
  }

  private ReleaseInventory givenUp(OrderId order, int quantity) {
    return new ReleaseInventory(product, null, quantity, "cancelled", order);
  }
}
