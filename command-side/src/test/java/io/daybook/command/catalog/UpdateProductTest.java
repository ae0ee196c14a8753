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
import io.daybook.catalog.ProductCommand.UpdateProduct;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.AmountRule;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.CategoryId;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class UpdateProductTest {

  @Test
  void an_update_may_change_everything() {
    product()
        .given(Given.events(created()))
        .when(update("Masala chai", "20 boxes", euro(1900), COFFEE), Given.by(STAFF))
        .expectEvents(changed(new ChangedFields("Masala chai", "20 boxes", euro(1900), COFFEE)));
  }

  @Test
  void only_what_really_changed_is_told() {
    product()
        .given(Given.events(created()))
        .when(update("Chai", "10 boxes", euro(1900), TEA), Given.by(STAFF))
        .expectEvents(changed(new ChangedFields(null, null, euro(1900), null)));
  }

  @Test
  void a_change_is_seen_against_the_last_update() {
    product()
        .given(Given.events(created(), updated(new ChangedFields(null, null, euro(1900), null))))
        .when(update(null, null, PRICE, null), Given.by(STAFF))
        .expectEvents(changed(new ChangedFields(null, null, PRICE, null)));
  }

  @Test
  void a_description_can_be_taken_away() {
    product()
        .given(Given.events(created()))
        .when(update(null, " ", null, null), Given.by(STAFF))
        .expectEvents(changed(new ChangedFields(null, "", null, null)));
  }

  @Test
  void a_change_to_what_is_there_is_none() {
    product()
        .given(Given.events(created()))
        .when(update("Chai", "10 boxes", PRICE, TEA), Given.by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_repeated_update_is_harmless() {
    product()
        .given(Given.events(created(), updated(new ChangedFields("Masala", null, null, null))))
        .when(update("Masala", null, null, null), Given.by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void an_update_must_give_something() {
    refused(update(null, null, null, null), CatalogRejection.INVALID_DATA);
  }

  @Test
  void an_update_gives_valid_values() {
    refused(update(" ", null, null, null), CatalogRejection.INVALID_NAME);
    refused(update(null, "x".repeat(10_001), null, null), CatalogRejection.INVALID_DATA);
    refused(update(null, null, euro(0), null), CatalogRejection.INVALID_PRICE);
    refused(
        update(null, null, euro(AmountRule.MOST_MINOR + 1), null), CatalogRejection.INVALID_PRICE);
    refused(update(null, null, null, Products.NOWHERE), CatalogRejection.CATEGORY_NOT_FOUND);
    refused(update(null, null, Money.of(1900, "JPY"), null), KernelRejection.CURRENCY_MISMATCH);
  }

  @Test
  void a_deleted_product_is_not_updated() {
    product()
        .given(Given.events(created(), deleted()))
        .when(update("Masala", null, null, null), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.PRODUCT_DELETED));
  }

  @Test
  void a_product_that_does_not_exist_is_not_updated() {
    product()
        .givenNoPriorActivity()
        .when(update("Masala", null, null, null), Given.by(STAFF))
        .expectNoEvents()
        .expectException(AggregateNotFoundException.class);
  }

  private static void refused(UpdateProduct command, RejectionCode code) {
    product()
        .given(Given.events(created()))
        .when(command, Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(code));
  }

  private static UpdateProduct update(
      String name, String description, Money price, CategoryId category) {
    return new UpdateProduct(CHAI, name, description, price, category);
  }

  private static ProductUpdated changed(ChangedFields fields) {
    return new ProductUpdated(CHAI, fields, "staff:usr_7", NOW);
  }
}
