package io.daybook.command.catalog;

import static io.daybook.command.catalog.Products.CHAI;
import static io.daybook.command.catalog.Products.COFFEE;
import static io.daybook.command.catalog.Products.PRICE;
import static io.daybook.command.catalog.Products.TEA;
import static io.daybook.command.catalog.Products.created;
import static io.daybook.command.catalog.Products.deleted;
import static io.daybook.command.catalog.Products.euro;
import static io.daybook.command.catalog.Products.product;
import static io.daybook.command.catalog.Products.updated;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;

import io.daybook.catalog.CatalogRejection;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.AmountRule;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.CategoryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateProductTest {

  @Test
  void a_product_begins_as_a_draft() {
    product()
        .givenNoPriorActivity()
        .when(create(" Chai ", " 10 boxes", PRICE, TEA), Given.by(STAFF))
        .expectEvents(
            new ProductCreated(
                CHAI, "Chai", "10 boxes", PRICE, TEA, ProductStatus.DRAFT, "staff:usr_7", NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void a_description_may_be_missing(String blank) {
    product()
        .givenNoPriorActivity()
        .when(create("Chai", blank, PRICE, TEA), Given.by(STAFF))
        .expectEvents(
            new ProductCreated(
                CHAI, "Chai", null, PRICE, TEA, ProductStatus.DRAFT, "staff:usr_7", NOW));
  }

  @Test
  void the_lowest_price_is_one_minor_unit() {
    product()
        .givenNoPriorActivity()
        .when(create("Chai", null, euro(1), TEA), Given.by(STAFF))
        .expectSuccessfulHandlerExecution();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void a_price_below_one_minor_unit_is_refused(long cents) {
    product()
        .givenNoPriorActivity()
        .when(create("Chai", null, euro(cents), TEA), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.INVALID_PRICE));
  }

  @Test
  void a_price_is_no_larger_than_the_shop_can_count() {
    product()
        .givenNoPriorActivity()
        .when(create("Chai", null, euro(AmountRule.MOST_MINOR), TEA), Given.by(STAFF))
        .expectSuccessfulHandlerExecution();
    product()
        .givenNoPriorActivity()
        .when(create("Chai", null, euro(AmountRule.MOST_MINOR + 1), TEA), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.INVALID_PRICE));
  }

  @Test
  void a_missing_price_is_refused() {
    product()
        .givenNoPriorActivity()
        .when(create("Chai", null, null, TEA), Given.by(STAFF))
        .expectException(Rejected.with(CatalogRejection.INVALID_PRICE));
  }

  @Test
  void a_price_may_be_in_any_currency() {
    product()
        .givenNoPriorActivity()
        .when(create("Chai", null, Money.of(1800, "USD"), TEA), Given.by(STAFF))
        .expectSuccessfulHandlerExecution();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "Ch\u0000ai"})
  void a_name_has_printable_characters(String name) {
    product()
        .givenNoPriorActivity()
        .when(create(name, null, PRICE, TEA), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.INVALID_NAME));
  }

  @Test
  void a_name_has_at_most_200_characters() {
    product()
        .givenNoPriorActivity()
        .when(create("x".repeat(201), null, PRICE, TEA), Given.by(STAFF))
        .expectException(Rejected.with(CatalogRejection.INVALID_NAME));
  }

  @Test
  void a_description_has_at_most_10000_characters() {
    product()
        .givenNoPriorActivity()
        .when(create("Chai", "x".repeat(10_001), PRICE, TEA), Given.by(STAFF))
        .expectException(Rejected.with(CatalogRejection.INVALID_DATA));
  }

  @Test
  void a_category_must_exist() {
    product()
        .givenNoPriorActivity()
        .when(create("Chai", null, PRICE, Products.NOWHERE), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.CATEGORY_NOT_FOUND));
  }

  @Test
  void a_repeated_creation_is_harmless() {
    product()
        .given(Given.events(created()))
        .when(create("Chai", "10 boxes", PRICE, TEA), Given.by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_creation_repeated_after_an_update_is_harmless_as_well() {
    product()
        .given(Given.events(created(), updated(new ChangedFields("Masala", "", euro(1), COFFEE))))
        .when(create("Chai", "10 boxes", PRICE, TEA), Given.by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_creation_repeated_with_other_data_is_refused() {
    product()
        .given(Given.events(created()))
        .when(create("Chai", "10 boxes", euro(1), TEA), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.PRODUCT_ID_TAKEN));
  }

  @Test
  void a_deleted_product_is_not_created_again() {
    product()
        .given(Given.events(created(), deleted()))
        .when(create("Chai", "10 boxes", PRICE, TEA), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.PRODUCT_DELETED));
  }

  private static CreateProduct create(
      String name, String description, Money price, CategoryId category) {
    return new CreateProduct(CHAI, name, description, price, category);
  }
}
