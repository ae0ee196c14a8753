package io.daybook.command.inventory;

import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownModels;
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
import io.daybook.kernel.Actor;
import io.daybook.kernel.Money;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;

/// The stock of one product, as the tests of this capability tell it. All of it happens at once.
final class Stocks {
  static final ProductId CHAI = new ProductId("prd_0192f0c1-0000-7000-8000-000000000001");
  static final ProductId COFFEE = new ProductId("prd_0192f0c1-0000-7000-8000-000000000002");
  static final VariantId SMALL = new VariantId("var_0192f0c1-0000-7000-8000-0000000000a1");
  static final VariantId LARGE = new VariantId("var_0192f0c1-0000-7000-8000-0000000000a2");
  static final InventoryId SHELF = InventoryId.of(CHAI, null);
  static final OrderId ORDER = new OrderId("ord_0192f0c1-0000-7000-8000-000000000001");
  static final OrderId OTHER_ORDER = new OrderId("ord_0192f0c1-0000-7000-8000-000000000002");
  static final CategoryId TEA = new CategoryId("cat_0192f0c1-0000-7000-8000-000000000001");
  static final Duration RESERVATION = Duration.ofMinutes(15);
  static final Instant AT = Given.NOW;
  static final Actor EXPIRY = Actor.process("reservation-expiry");

  private Stocks() {}

  /// The shelf after these events. The product exists, with one of the two variants.
  static TestExecutor<Inventory> given(InventoryEvent... events) {
    return shelf().given(Given.events(events));
  }

  static FixtureConfiguration<Inventory> shelf() {
    return Given.aggregate(Inventory.class, products(), policies());
  }

  static KnownModels products() {
    return new KnownModels()
        .of(
            CHAI,
            new ProductCreated(
                CHAI,
                "Chai",
                null,
                Money.of(1800, "EUR"),
                TEA,
                ProductStatus.DRAFT,
                Given.STAFF.toString(),
                AT),
            new ProductVariantAdded(CHAI, SMALL, "20 bags", null, null, Map.of(), AT));
  }

  static TenantPolicy.Source policies() {
    Money free = Money.of(0, "EUR");
    return tenant ->
        new TenantPolicy(
            free.currency(),
            Set.of("DE"),
            free,
            BigDecimal.ZERO,
            RESERVATION,
            Duration.ofDays(30),
            Duration.ofMinutes(10),
            Duration.ofHours(48));
  }

  static InventoryQuantitySet counted(int before, int now) {
    return new InventoryQuantitySet(
        SHELF, CHAI, null, before, now, "count", Given.STAFF.toString(), AT);
  }

  static InventoryAdjusted adjusted(int adjustment, int now) {
    return new InventoryAdjusted(
        SHELF, CHAI, null, adjustment, now, "breakage", Given.STAFF.toString(), AT);
  }

  static InventoryReserved reserved(OrderId order, int quantity) {
    return new InventoryReserved(SHELF, CHAI, null, quantity, order, AT, null);
  }

  /// A hold that belongs to no placed order, and ends by itself.
  static InventoryReserved expiring(OrderId order, int quantity) {
    return new InventoryReserved(SHELF, CHAI, null, quantity, order, AT, AT.plus(RESERVATION));
  }

  static InventoryReservationRejected refused(OrderId order, int requested, int available) {
    return new InventoryReservationRejected(SHELF, CHAI, null, requested, available, order, AT);
  }

  static InventoryReleased released(OrderId order, int quantity) {
    return released(order, quantity, "cancelled");
  }

  static InventoryReleased released(OrderId order, int quantity, String reason) {
    return new InventoryReleased(SHELF, CHAI, null, quantity, order, reason, AT);
  }

  static InventoryDeducted deducted(OrderId order, int quantity) {
    return new InventoryDeducted(SHELF, CHAI, null, quantity, order, AT);
  }

  static LowStockThresholdSet threshold(int threshold) {
    return new LowStockThresholdSet(SHELF, CHAI, null, threshold, AT);
  }

  static LowStockAlert low(int available, int threshold) {
    return new LowStockAlert(SHELF, CHAI, null, available, threshold, AT);
  }

  static OutOfStock soldOut() {
    return new OutOfStock(SHELF, CHAI, null, AT);
  }
}
