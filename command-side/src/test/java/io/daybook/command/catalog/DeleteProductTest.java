package io.daybook.command.catalog;

import static io.daybook.command.catalog.Products.CHAI;
import static io.daybook.command.catalog.Products.activated;
import static io.daybook.command.catalog.Products.created;
import static io.daybook.command.catalog.Products.deleted;
import static io.daybook.command.catalog.Products.product;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;

import io.daybook.catalog.ProductCommand.DeleteProduct;
import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.command.testing.Given;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class DeleteProductTest {
  private static final DeleteProduct DELETE = new DeleteProduct(CHAI);
  private static final ProductDeleted DELETED = new ProductDeleted(CHAI, "staff:usr_7", NOW);

  @Test
  void a_draft_is_deleted() {
    product().given(Given.events(created())).when(DELETE, Given.by(STAFF)).expectEvents(DELETED);
  }

  @Test
  void an_active_product_is_deleted() {
    product()
        .given(Given.events(created(), activated()))
        .when(DELETE, Given.by(STAFF))
        .expectEvents(DELETED);
  }

  @Test
  void a_repeated_deletion_is_harmless() {
    product()
        .given(Given.events(created(), deleted()))
        .when(DELETE, Given.by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_product_that_does_not_exist_is_not_deleted() {
    product()
        .givenNoPriorActivity()
        .when(DELETE, Given.by(STAFF))
        .expectNoEvents()
        .expectException(AggregateNotFoundException.class);
  }
}
