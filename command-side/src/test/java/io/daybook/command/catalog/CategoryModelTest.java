package io.daybook.command.catalog;

import static io.daybook.command.catalog.Products.TEA;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownModels;
import org.junit.jupiter.api.Test;

class CategoryModelTest {

  @Test
  void a_category_has_its_name_and_depth() {
    KnownModels models = new KnownModels().of(TEA, Products.category(TEA, "Tea", 2));

    assertThat(models.find(CategoryModel.DEFINITION, Given.TENANT.stream(TEA)))
        .contains(new CategoryModel("Tea", 2));
  }

  @Test
  void a_category_without_events_does_not_exist() {
    assertThat(new KnownModels().find(CategoryModel.DEFINITION, Given.TENANT.stream(TEA)))
        .isEmpty();
  }
}
