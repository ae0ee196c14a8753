package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.daybook.catalog.ProductId;
import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.Given;
import io.daybook.inventory.InventoryCommand.ReleaseInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryEvent;
import io.daybook.inventory.InventoryEvent.InventoryAdjusted;
import io.daybook.inventory.InventoryId;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Rejection;
import io.daybook.order.OrderId;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StockSnapshotTest extends CommandSideTest {
  private static final int SNAPSHOT_AFTER = 50;

  /// The command that completes the fifty pays for the snapshot as well, which reads them again.
  private static final int LOADED_AND_SNAPSHOTTED = 3 * SNAPSHOT_AFTER;

  private final ProductId product = ProductId.of(UUID.randomUUID());
  private final InventoryId shelf = InventoryId.of(product, null);
  private final OrderId first = OrderId.of(UUID.randomUUID());

  @Test
  void loading_costs_the_same_after_ten_events_and_after_ten_thousand() {
    adjust(9);
    reserve(first, 3);
    assertThat(readBy(() -> reserve(first, 3))).isEqualTo(10);

    while (events() < 10_000) {
      adjust(SNAPSHOT_AFTER - 1);
      assertThat(readBy(() -> reserve(OrderId.of(UUID.randomUUID()), 1)))
          .isLessThanOrEqualTo(LOADED_AND_SNAPSHOTTED);
    }

    assertThat(readBy(() -> reserve(first, 3))).isLessThanOrEqualTo(SNAPSHOT_AFTER);
  }

  @Test
  void what_was_decided_before_a_snapshot_is_known_after_it() {
    adjust(60);
    reserve(first, 3);
    adjust(60);
    release(first, 3);
    adjust(60);
    reserve(OrderId.of(UUID.randomUUID()), 1);

    int before = events();
    assertThat(readBy(() -> release(first, 3))).isLessThanOrEqualTo(SNAPSHOT_AFTER);
    assertThat(eventsOf(shelf)).hasSize(before);
    assertThatThrownBy(() -> release(first, 4))
        .isInstanceOfSatisfying(
            Rejection.class,
            refusal ->
                assertThat(refusal.code()).isEqualTo(InventoryRejection.QUANTITY_EXCEEDS_RESERVED));
  }

  private void adjust(int times) {
    int events = events();
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
    send(new ReserveInventory(product, null, quantity, order, null), Given.PROCESS);
  }

  private void release(OrderId order, int quantity) {
    send(new ReleaseInventory(product, null, quantity, "cancelled", order), Given.PROCESS);
  }

  private int events() {
    return store
        .lastSequenceNumberFor(Given.TENANT.stream(shelf))
        .map(last -> Math.toIntExact(last) + 1)
        .orElse(0);
  }

  private long readBy(Runnable command) {
    String stream = Given.TENANT.stream(shelf);
    long before = eventsRead.of(stream);
    command.run();
    return eventsRead.of(stream) - before;
  }
}
