package io.daybook.command.inventory;

import static io.daybook.command.inventory.Stocks.AT;
import static io.daybook.command.inventory.Stocks.CHAI;
import static io.daybook.command.inventory.Stocks.COFFEE;
import static io.daybook.command.inventory.Stocks.LARGE;
import static io.daybook.command.inventory.Stocks.ORDER;
import static io.daybook.command.inventory.Stocks.SMALL;
import static io.daybook.command.inventory.Stocks.counted;
import static io.daybook.command.inventory.Stocks.given;
import static io.daybook.command.inventory.Stocks.reserved;
import static io.daybook.command.inventory.Stocks.soldOut;

import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.inventory.InventoryCommand;
import io.daybook.inventory.InventoryCommand.AdjustInventory;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.inventory.InventoryCommand.SetLowStockThreshold;
import io.daybook.inventory.InventoryEvent.InventoryQuantitySet;
import io.daybook.inventory.InventoryRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SetInventoryQuantityTest {

  @Test
  void a_count_sets_what_is_on_hand() {
    given(counted(0, 10))
        .when(count(12), Given.by(Given.STAFF))
        .expectSuccessfulHandlerExecution()
        .expectEvents(counted(10, 12));
  }

  @Test
  void the_first_count_creates_the_stock() {
    given().when(count(10), Given.by(Given.STAFF)).expectEvents(counted(0, 10));
  }

  @Test
  void the_first_count_is_recorded_even_if_it_finds_nothing() {
    given().when(count(0), Given.by(Given.STAFF)).expectEvents(counted(0, 0), soldOut());
  }

  @Test
  void the_stock_of_a_variant_is_its_own() {
    InventoryId id = InventoryId.of(CHAI, SMALL);
    given()
        .when(new SetInventoryQuantity(CHAI, SMALL, 4, "count"), Given.by(Given.STAFF))
        .expectEvents(
            new InventoryQuantitySet(id, CHAI, SMALL, 0, 4, "count", Given.STAFF.toString(), AT));
  }

  @Test
  void counting_the_same_again_records_nothing() {
    given(counted(0, 10))
        .when(count(10), Given.by(Given.STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void what_is_reserved_must_be_on_hand() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(count(3), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.NEGATIVE_STOCK))
        .expectNoEvents();
  }

  @Test
  void a_count_may_leave_exactly_what_is_reserved() {
    given(counted(0, 10), reserved(ORDER, 4))
        .when(count(4), Given.by(Given.STAFF))
        .expectEvents(counted(10, 4), soldOut());
  }

  @Test
  void a_count_is_not_negative() {
    given(counted(0, 10))
        .when(count(-1), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.NEGATIVE_QUANTITY));
  }

  @Test
  void a_count_gives_its_reason() {
    given(counted(0, 10))
        .when(new SetInventoryQuantity(CHAI, null, 5, " "), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.MISSING_REASON));
  }

  @Test
  void an_unknown_product_has_no_stock() {
    given()
        .when(new SetInventoryQuantity(COFFEE, null, 5, "count"), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.PRODUCT_NOT_FOUND))
        .expectNoEvents();
  }

  @Test
  void an_unknown_variant_has_no_stock() {
    given()
        .when(new SetInventoryQuantity(CHAI, LARGE, 5, "count"), Given.by(Given.STAFF))
        .expectException(Rejected.with(InventoryRejection.PRODUCT_NOT_FOUND));
  }

  /// The caller chose an id for the variant that is another product's.
  @Test
  void the_stock_of_another_product_is_not_overwritten_by_a_variant_with_its_uuid() {
    VariantId twin = VariantId.of(CHAI.uuid());
    KnownModels products = Stocks.products().of(COFFEE, coffee(), sold(COFFEE, twin));

    for (InventoryCommand command :
        List.of(
            new SetInventoryQuantity(COFFEE, twin, 1, "count"),
            new AdjustInventory(COFFEE, twin, 1, "found"),
            new SetLowStockThreshold(COFFEE, twin, 1))) {
      Given.aggregate(Inventory.class, products, Stocks.policies())
          .given(Given.events(counted(0, 10)))
          .when(command, Given.by(Given.STAFF))
          .expectNoEvents()
          .expectException(Rejected.with(InventoryRejection.STOCK_ID_TAKEN));
    }
  }

  private static ProductCreated coffee() {
    return new ProductCreated(
        COFFEE,
        "Coffee",
        null,
        Money.of(900, "EUR"),
        Stocks.TEA,
        ProductStatus.DRAFT,
        Given.STAFF.toString(),
        AT);
  }

  private static ProductVariantAdded sold(ProductId product, VariantId variant) {
    return new ProductVariantAdded(product, variant, "Twin", null, null, Map.of(), AT);
  }

  private static SetInventoryQuantity count(int quantity) {
    return new SetInventoryQuantity(CHAI, null, quantity, "count");
  }
}
