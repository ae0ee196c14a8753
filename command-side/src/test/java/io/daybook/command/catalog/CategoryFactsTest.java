package io.daybook.command.catalog;

import static io.daybook.command.catalog.Products.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownFacts;
import org.junit.jupiter.api.Test;

class CategoryFactsTest {

  @Test
  void a_category_has_its_name_and_depth() {
    KnownFacts facts = new KnownFacts().of(TEA, Products.category(TEA, "Tea", 2));

    assertThat(facts.find(CategoryFacts.FOLD, Given.TENANT.stream(TEA)))
        .contains(new CategoryFacts("Tea", 2));
  }

  @Test
  void a_category_without_events_does_not_exist() {
    assertThat(new KnownFacts().find(CategoryFacts.FOLD, Given.TENANT.stream(TEA))).isEmpty();
  }
}
