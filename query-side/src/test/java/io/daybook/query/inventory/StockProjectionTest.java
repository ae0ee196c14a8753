package io.daybook.query.inventory;

import static io.daybook.query.testing.Known.at;
import static io.daybook.query.testing.Known.order;
import static io.daybook.query.testing.Known.product;
import static io.daybook.query.testing.Known.variant;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.daybook.kernel.id.InventoryId;
import io.daybook.query.projection.EntityUpdate;
import io.daybook.query.projection.UpdateEmitter;
import io.daybook.query.testing.ProjectionFixture;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StockProjectionTest {
  static final InventoryId STOCK = InventoryId.of(product(1), null);
  static final InventoryEvent SET =
      new InventoryQuantitySet(STOCK, product(1), null, 0, 10, "count", "staff:usr_7", at(0));
  static final InventoryEvent RESERVED =
      new InventoryReserved(STOCK, product(1), null, 4, order(1), at(1), at(16));

  final UpdateEmitter updates = new UpdateEmitter();
  final ProjectionFixture projection =
      new ProjectionFixture(database -> new StockProjection(database, updates));

  @AfterEach
  void a_replay_gives_the_same() {
    projection.assertRepeatable();
  }

  @Test
  void what_is_counted_is_on_hand_and_available() {
    projection.given(SET);

    assertStock(10, 0, 10);
  }

  @Test
  void an_adjustment_says_what_is_there_now() {
    projection.given(
        SET, new InventoryAdjusted(STOCK, product(1), null, -3, 7, "broken", "staff:usr_7", at(1)));

    assertStock(7, 0, 7);
  }

  @Test
  void what_is_reserved_is_not_available() {
    projection.given(SET, RESERVED);

    assertStock(10, 4, 6);
  }

  @Test
  void what_is_released_is_available_again() {
    projection.given(
        SET,
        RESERVED,
        new InventoryReleased(STOCK, product(1), null, 4, order(1), "CANCELLED", at(2)));

    assertStock(10, 0, 10);
  }

  @Test
  void what_is_deducted_has_left_the_house() {
    projection.given(
        SET, RESERVED, new InventoryDeducted(STOCK, product(1), null, 4, order(1), at(2)));

    assertStock(6, 0, 6);
  }

  @Test
  void a_refused_reservation_takes_nothing() {
    projection.given(
        SET,
        new InventoryReservationRejected(STOCK, product(1), null, 11, 10, order(1), at(1)),
        RESERVED);

    assertStock(10, 4, 6);
  }

  @Test
  void the_threshold_and_its_crossing_are_seen() {
    projection.given(
        new LowStockThresholdSet(STOCK, product(1), null, 5, at(0)),
        new LowStockAlert(STOCK, product(1), null, 4, 5, at(1)),
        new OutOfStock(STOCK, product(1), null, at(2)));

    assertThat(projection.row("stocks")).containsEntry("threshold", 5);
    assertThat(projection.row("stocks").get("low_at")).isNotNull();
    assertThat(projection.row("stocks").get("out_at")).isNotNull();
  }

  @Test
  void a_variant_has_a_stock_of_its_own() {
    InventoryId stock = InventoryId.of(product(1), variant(2));
    projection.given(
        SET,
        new InventoryQuantitySet(
            stock, product(1), variant(2), 0, 3, "count", "staff:usr_7", at(0)));

    assertThat(projection.rows("stocks")).hasSize(2);
    assertThat(projection.rows("stocks").getLast()).containsEntry("variant_id", variant(2).value());
  }

  @Test
  void a_change_is_told_once_and_not_again_in_a_replay() {
    List<EntityUpdate> told = new ArrayList<>();
    updates.updates().subscribe(told::add);

    projection.given(SET, RESERVED);

    assertThat(told).hasSize(2).containsOnly(new EntityUpdate(ProjectionFixture.TENANT, STOCK));
    projection.replay();
    assertThat(told).hasSize(2);
  }

  private void assertStock(int onHand, int reserved, int available) {
    assertThat(projection.row("stocks"))
        .containsEntry("product_id", product(1).value())
        .containsEntry("on_hand", onHand)
        .containsEntry("reserved", reserved)
        .containsEntry("available", available);
  }
}
