package io.daybook.command.catalog;

import static io.daybook.command.catalog.Products.CHAI;
import static io.daybook.command.catalog.Products.activated;
import static io.daybook.command.catalog.Products.created;
import static io.daybook.command.catalog.Products.deactivated;
import static io.daybook.command.catalog.Products.deleted;
import static io.daybook.command.catalog.Products.product;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;

import io.daybook.catalog.CatalogRejection;
import io.daybook.catalog.ProductCommand.ActivateProduct;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class ActivateProductTest {
  private static final ActivateProduct ACTIVATE = new ActivateProduct(CHAI);

  @Test
  void a_draft_is_activated() {
    product()
        .given(Given.events(created()))
        .when(ACTIVATE, Given.by(STAFF))
        .expectEvents(new ProductActivated(CHAI, NOW));
  }

  @Test
  void an_inactive_product_is_activated_again() {
    product()
        .given(Given.events(created(), activated(), deactivated()))
        .when(ACTIVATE, Given.by(STAFF))
        .expectEvents(new ProductActivated(CHAI, NOW));
  }

  @Test
  void a_repeated_activation_is_harmless() {
    product()
        .given(Given.events(created(), activated()))
        .when(ACTIVATE, Given.by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_deleted_product_is_not_activated() {
    product()
        .given(Given.events(created(), deleted()))
        .when(ACTIVATE, Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.PRODUCT_DELETED));
  }

  @Test
  void a_product_that_does_not_exist_is_not_activated() {
    product()
        .givenNoPriorActivity()
        .when(ACTIVATE, Given.by(STAFF))
        .expectNoEvents()
        .expectException(AggregateNotFoundException.class);
  }
}
