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
import io.daybook.catalog.ProductCommand.DeactivateProduct;
import io.daybook.catalog.ProductEvent.ProductDeactivated;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.Rejected;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class DeactivateProductTest {
  private static final DeactivateProduct DEACTIVATE = new DeactivateProduct(CHAI);

  @Test
  void an_active_product_is_deactivated() {
    product()
        .given(Given.events(created(), activated()))
        .when(DEACTIVATE, Given.by(STAFF))
        .expectEvents(new ProductDeactivated(CHAI, NOW));
  }

  @Test
  void a_repeated_deactivation_is_harmless() {
    product()
        .given(Given.events(created(), activated(), deactivated()))
        .when(DEACTIVATE, Given.by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_draft_has_nothing_to_deactivate() {
    product()
        .given(Given.events(created()))
        .when(DEACTIVATE, Given.by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_deleted_product_is_not_deactivated() {
    product()
        .given(Given.events(created(), activated(), deleted()))
        .when(DEACTIVATE, Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.PRODUCT_DELETED));
  }

  @Test
  void a_product_that_does_not_exist_is_not_deactivated() {
    product()
        .givenNoPriorActivity()
        .when(DEACTIVATE, Given.by(STAFF))
        .expectNoEvents()
        .expectException(AggregateNotFoundException.class);
  }
}
