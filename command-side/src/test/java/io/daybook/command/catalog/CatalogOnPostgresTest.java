package io.daybook.command.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.catalog.CatalogRejection;
import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.catalog.ProductCommand.AddProductVariant;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.catalog.ProductCommand.DeleteProduct;
import io.daybook.catalog.ProductCommand.UpdateProduct;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.command.testing.AtOnce;
import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.Given;
import io.daybook.kernel.Command;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What only the real database can show: races, and categories found in their own streams.
class CatalogOnPostgresTest extends CommandSideTest {
  private static final String DONE = "done";

  private final String name = "Tea " + UUID.randomUUID();

  @Test
  void of_fifty_categories_with_one_name_one_is_created() throws Exception {
    List<CategoryId> ids =
        Stream.generate(() -> CategoryId.of(UUID.randomUUID())).limit(50).toList();

    List<String> answers =
        AtOnce.callers(50, number -> answerTo(category(ids.get(number), spelled(number), null)));

    assertThat(answers).containsOnlyOnce(DONE);
    assertThat(answers)
        .filteredOn(CatalogRejection.CATEGORY_NAME_NOT_UNIQUE.name()::equals)
        .hasSize(49);
    assertThat(ids).filteredOn(id -> !eventsOf(id).isEmpty()).hasSize(1);
  }

  @Test
  void of_fifty_products_that_take_one_variant_id_one_gets_it() throws Exception {
    CategoryId tea = CategoryId.of(UUID.randomUUID());
    send(category(tea, name, null), Given.STAFF);
    VariantId variant = VariantId.of(UUID.randomUUID());
    List<ProductId> ids = Stream.generate(() -> createdIn(tea)).limit(50).toList();

    List<String> answers =
        AtOnce.callers(
            50,
            number ->
                answerTo(
                    new AddProductVariant(ids.get(number), variant, "Small", null, null, null)));

    assertThat(answers).containsOnlyOnce(DONE);
    assertThat(answers).filteredOn(CatalogRejection.VARIANT_ID_TAKEN.name()::equals).hasSize(49);
  }

  @Test
  void a_tree_of_categories_ends_at_the_third_level() {
    List<CategoryId> ids =
        Stream.generate(() -> CategoryId.of(UUID.randomUUID())).limit(4).toList();

    assertThat(answerTo(category(ids.get(0), name + " 1", null))).isEqualTo(DONE);
    assertThat(answerTo(category(ids.get(1), name + " 2", ids.get(0)))).isEqualTo(DONE);
    assertThat(answerTo(category(ids.get(2), name + " 3", ids.get(1)))).isEqualTo(DONE);
    assertThat(answerTo(category(ids.get(3), name + " 4", ids.get(2))))
        .isEqualTo(CatalogRejection.EXCEEDS_MAX_NESTING.name());
    assertThat(((CategoryCreated) eventsOf(ids.get(2)).getFirst()).depth()).isEqualTo(3);
  }

  @Test
  void only_what_really_changed_comes_back_from_the_store() {
    CategoryId tea = CategoryId.of(UUID.randomUUID());
    send(category(tea, name, null), Given.STAFF);
    ProductId chai = createdIn(tea);

    send(new UpdateProduct(chai, "Chai", "", Products.euro(1900), tea), Given.STAFF);

    assertThat(((ProductUpdated) eventsOf(chai).getLast()).changedFields())
        .isEqualTo(new ChangedFields(null, null, Products.euro(1900), null));
  }

  @Test
  void a_command_to_a_product_that_does_not_exist_is_refused_by_its_code() {
    assertThat(answerTo(new DeleteProduct(ProductId.of(UUID.randomUUID()))))
        .isEqualTo(CatalogRejection.PRODUCT_NOT_FOUND.name());
  }

  private ProductId createdIn(CategoryId category) {
    ProductId id = ProductId.of(UUID.randomUUID());
    send(new CreateProduct(id, "Chai", null, Products.PRICE, category), Given.STAFF);
    return id;
  }

  private String spelled(int number) {
    return number % 2 == 0 ? name : name.toUpperCase(Locale.ROOT);
  }

  private static CreateCategory category(CategoryId id, String name, CategoryId parent) {
    return new CreateCategory(id, name, parent);
  }

  private String answerTo(Command command) {
    try {
      send(command, Given.STAFF);
      return DONE;
    } catch (Rejection rejection) {
      return rejection.code().name();
    }
  }
}
