package io.daybook.query.catalog;

import static io.daybook.query.testing.Known.ATTRIBUTES;
import static io.daybook.query.testing.Known.at;
import static io.daybook.query.testing.Known.category;
import static io.daybook.query.testing.Known.euros;
import static io.daybook.query.testing.Known.product;
import static io.daybook.query.testing.Known.variant;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.catalog.ProductEvent;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductDeactivated;
import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.catalog.ProductStatus;
import io.daybook.query.testing.ProjectionFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogProjectionTest {
  static final ProductEvent CREATED =
      new ProductCreated(
          product(1),
          "Chai",
          "A tea",
          euros(1800),
          category(1),
          ProductStatus.DRAFT,
          "staff:usr_7",
          at(0));
  static final ProductEvent ACTIVATED = new ProductActivated(product(1), at(1));

  final ProjectionFixture projection = new ProjectionFixture(CatalogProjection::new);

  @AfterEach
  void a_replay_gives_the_same() {
    projection.assertRepeatable();
  }

  @Test
  void a_category_knows_its_parent_and_depth() {
    projection.given(
        new CategoryCreated(category(1), "Drinks", null, 1, at(0)),
        new CategoryCreated(category(2), "Tea", category(1), 2, at(1)));

    assertThat(projection.rows("categories").getFirst()).containsEntry("parent_category_id", null);
    assertThat(projection.rows("categories").getLast())
        .containsEntry("name", "Tea")
        .containsEntry("parent_category_id", category(1).value())
        .containsEntry("depth", 2);
  }

  @Test
  void a_created_product_is_a_draft() {
    projection.given(CREATED);

    assertThat(projection.row("products"))
        .containsEntry("name", "Chai")
        .containsEntry("description", "A tea")
        .containsEntry("price_minor", 1800L)
        .containsEntry("currency", "EUR")
        .containsEntry("category_id", category(1).value())
        .containsEntry("status", "DRAFT");
  }

  @Test
  void an_update_changes_only_what_it_names() {
    projection.given(
        CREATED,
        new ProductUpdated(
            product(1), new ChangedFields(null, null, euros(1900), null), "staff:usr_7", at(1)));

    assertThat(projection.row("products"))
        .containsEntry("name", "Chai")
        .containsEntry("price_minor", 1900L);
  }

  @Test
  void an_update_may_change_everything() {
    projection.given(
        CREATED,
        new ProductUpdated(
            product(1),
            new ChangedFields("Chang", "A beer", euros(1), category(2)),
            "staff:usr_7",
            at(1)));

    assertThat(projection.row("products"))
        .containsEntry("name", "Chang")
        .containsEntry("description", "A beer")
        .containsEntry("price_minor", 1L)
        .containsEntry("category_id", category(2).value());
  }

  @Test
  void a_product_is_activated() {
    projection.given(CREATED, ACTIVATED);

    assertThat(projection.row("products")).containsEntry("status", "ACTIVE");
  }

  @Test
  void a_product_is_deactivated() {
    projection.given(CREATED, ACTIVATED, new ProductDeactivated(product(1), at(2)));

    assertThat(projection.row("products")).containsEntry("status", "INACTIVE");
  }

  @Test
  void a_deleted_product_is_kept() {
    projection.given(CREATED, ACTIVATED, new ProductDeleted(product(1), "staff:usr_7", at(2)));

    assertThat(projection.row("products")).containsEntry("status", "DELETED");
  }

  @Test
  void a_variant_may_have_a_price_of_its_own() {
    projection.given(
        CREATED,
        new ProductVariantAdded(
            product(1), variant(1), "Large", "CH-L", euros(2000), ATTRIBUTES, at(1)),
        new ProductVariantAdded(product(1), variant(2), "Small", null, null, ATTRIBUTES, at(2)));

    assertThat(projection.rows("variants").getFirst())
        .containsEntry("name", "Large")
        .containsEntry("sku", "CH-L")
        .containsEntry("price_minor", 2000L);
    assertThat(projection.rows("variants").getLast()).containsEntry("price_minor", null);
  }
}
