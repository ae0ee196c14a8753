package io.daybook.command.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.testing.AtOnce;
import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.Given;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.inventory.InventoryEvent.OutOfStock;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Event;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Many buyers of the last pieces (rule 20), on real PostgreSQL.
class StockRaceTest extends CommandSideTest {
  private static final int PIECES = 50;
  private static final int BUYERS = 200;

  @Test
  void of_two_hundred_callers_fifty_get_the_last_fifty_pieces() throws Exception {
    ProductId product = stocked();

    List<Object> answers = AtOnce.callers(BUYERS, _ -> reserve(product, Given.STAFF));

    assertThat(answers).filteredOn(Boolean.TRUE::equals).hasSize(PIECES);
    assertThat(answers)
        .filteredOn(InventoryRejection.INSUFFICIENT_STOCK::equals)
        .hasSize(BUYERS - PIECES);
    assertSoldOutOnce(product);
  }

  @Test
  void of_two_hundred_processes_fifty_get_the_last_fifty_pieces() throws Exception {
    ProductId product = stocked();

    List<Object> answers = AtOnce.callers(BUYERS, _ -> reserve(product, Given.PROCESS));

    assertThat(answers).filteredOn(Boolean.TRUE::equals).hasSize(PIECES);
    assertThat(answers).filteredOn(Boolean.FALSE::equals).hasSize(BUYERS - PIECES);
    assertSoldOutOnce(product);
  }

  private void assertSoldOutOnce(ProductId product) {
    List<Event> events = eventsOf(InventoryId.of(product, null));
    assertThat(events).filteredOn(InventoryReserved.class::isInstance).hasSize(PIECES);
    assertThat(events).filteredOn(OutOfStock.class::isInstance).hasSize(1);
  }

  private Object reserve(ProductId product, Actor by) {
    try {
      return send(new ReserveInventory(product, null, 1, OrderId.of(UUID.randomUUID()), null), by);
    } catch (Rejection rejection) {
      return rejection.code();
    }
  }

  private ProductId stocked() {
    ProductId product = ProductId.of(UUID.randomUUID());
    happened(
        "Product",
        0,
        List.of(
            new ProductCreated(
                product,
                "Chai",
                null,
                Money.of(1800, "EUR"),
                Stocks.TEA,
                ProductStatus.DRAFT,
                Given.STAFF.toString(),
                Given.NOW)));
    send(new SetInventoryQuantity(product, null, PIECES, "count"), Given.STAFF);
    return product;
  }
}
