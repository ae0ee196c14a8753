package io.daybook.command.catalog;

import static io.daybook.command.catalog.Products.COFFEE;
import static io.daybook.command.catalog.Products.TEA;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.catalog.CatalogRejection;
import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreateCategoryTest {
  private final KnownModels models = new KnownModels();
  private final KnownClaims claims = new KnownClaims();

  @Test
  void a_category_without_a_parent_is_a_root() {
    aggregate()
        .givenNoPriorActivity()
        .when(new CreateCategory(TEA, " Tea ", null), Given.by(STAFF))
        .expectEvents(new CategoryCreated(TEA, "Tea", null, 1, NOW));

    assertThat(claims.owner(Given.TENANT.value(), ClaimKinds.CATEGORY_NAME, "tea"))
        .contains(TEA.value());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void a_category_is_one_deeper_than_its_parent(int depth) {
    models.of(COFFEE, Products.category(COFFEE, "Coffee", depth));

    aggregate()
        .givenNoPriorActivity()
        .when(new CreateCategory(TEA, "Tea", COFFEE), Given.by(STAFF))
        .expectEvents(new CategoryCreated(TEA, "Tea", COFFEE, depth + 1, NOW));
  }

  @Test
  void a_category_is_at_most_3_deep() {
    models.of(COFFEE, Products.category(COFFEE, "Coffee", 3));

    aggregate()
        .givenNoPriorActivity()
        .when(new CreateCategory(TEA, "Tea", COFFEE), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.EXCEEDS_MAX_NESTING));
  }

  @Test
  void a_parent_must_exist() {
    aggregate()
        .givenNoPriorActivity()
        .when(new CreateCategory(TEA, "Tea", COFFEE), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.PARENT_NOT_FOUND));
  }

  @Test
  void a_category_is_not_its_own_parent() {
    aggregate()
        .givenNoPriorActivity()
        .when(new CreateCategory(TEA, "Tea", TEA), Given.by(STAFF))
        .expectException(Rejected.with(CatalogRejection.PARENT_NOT_FOUND));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tea", "TEA", " tea "})
  void a_name_is_used_once_whatever_its_case(String name) {
    claims.take(Given.TENANT.value(), ClaimKinds.CATEGORY_NAME, "tea", COFFEE.value());

    aggregate()
        .givenNoPriorActivity()
        .when(new CreateCategory(TEA, name, null), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.CATEGORY_NAME_NOT_UNIQUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "Tea\tand coffee"})
  void a_name_has_printable_characters(String name) {
    aggregate()
        .givenNoPriorActivity()
        .when(new CreateCategory(TEA, name, null), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.INVALID_NAME));
  }

  @Test
  void a_name_has_at_most_200_characters() {
    aggregate()
        .givenNoPriorActivity()
        .when(new CreateCategory(TEA, "x".repeat(201), null), Given.by(STAFF))
        .expectException(Rejected.with(CatalogRejection.INVALID_NAME));
  }

  @Test
  void a_repeated_creation_is_harmless() {
    aggregate()
        .given(Given.events(Products.category(TEA, "Tea", 1)))
        .when(new CreateCategory(TEA, "Tea", null), Given.by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_creation_repeated_with_another_name_or_parent_is_refused() {
    aggregate()
        .given(Given.events(Products.category(TEA, "Tea", 1)))
        .when(new CreateCategory(TEA, "Herbal tea", null), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.CATEGORY_ID_TAKEN));
    aggregate()
        .given(Given.events(Products.category(TEA, "Tea", 1)))
        .when(new CreateCategory(TEA, "Tea", COFFEE), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.CATEGORY_ID_TAKEN));
  }

  private FixtureConfiguration<Category> aggregate() {
    return Given.aggregate(Category.class, models, claims);
  }
}
