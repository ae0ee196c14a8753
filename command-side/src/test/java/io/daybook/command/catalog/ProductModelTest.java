package io.daybook.command.catalog;

import static io.daybook.command.catalog.Products.BEFORE;
import static io.daybook.command.catalog.Products.CHAI;
import static io.daybook.command.catalog.Products.LARGE;
import static io.daybook.command.catalog.Products.PRICE;
import static io.daybook.command.catalog.Products.SMALL;
import static io.daybook.command.catalog.Products.activated;
import static io.daybook.command.catalog.Products.created;
import static io.daybook.command.catalog.Products.deactivated;
import static io.daybook.command.catalog.Products.deleted;
import static io.daybook.command.catalog.Products.euro;
import static io.daybook.command.catalog.Products.updated;
import static io.daybook.command.catalog.Products.variantAdded;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.catalog.ProductEvent;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownModels;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductModelTest {

  @Test
  void a_product_without_events_does_not_exist() {
    assertThat(modelAfter()).isEmpty();
  }

  @Test
  void a_created_product_is_a_draft_that_cannot_be_bought() {
    ProductModel model = modelAfter(created()).orElseThrow();

    assertThat(model).isEqualTo(new ProductModel("Chai", ProductStatus.DRAFT, PRICE, Map.of()));
    assertThat(model.canBeBought()).isFalse();
  }

  @Test
  void only_an_active_product_can_be_bought() {
    assertThat(modelAfter(created(), activated()).orElseThrow().canBeBought()).isTrue();
    assertThat(modelAfter(created(), activated(), deactivated()).orElseThrow().canBeBought())
        .isFalse();
    assertThat(modelAfter(created(), activated(), deleted()).orElseThrow().status())
        .isEqualTo(ProductStatus.DELETED);
  }

  @Test
  void an_update_changes_what_it_names() {
    ProductModel repriced =
        modelAfter(created(), updated(new ChangedFields(null, null, euro(1900), null)))
            .orElseThrow();
    ProductModel renamed =
        modelAfter(created(), updated(new ChangedFields("Masala chai", "new", null, null)))
            .orElseThrow();

    assertThat(repriced.price()).isEqualTo(euro(1900));
    assertThat(repriced.name()).isEqualTo("Chai");
    assertThat(renamed.name()).isEqualTo("Masala chai");
    assertThat(renamed.price()).isEqualTo(PRICE);
  }

  @Test
  void a_variant_costs_what_the_product_costs_unless_it_has_its_own_price() {
    ProductModel model =
        modelAfter(
                created(),
                variantAdded(SMALL, null, BEFORE),
                variantAdded(LARGE, euro(3000), BEFORE),
                updated(new ChangedFields(null, null, euro(1900), null)))
            .orElseThrow();

    assertThat(model.priceOf(null)).contains(euro(1900));
    assertThat(model.priceOf(SMALL)).contains(euro(1900));
    assertThat(model.priceOf(LARGE)).contains(euro(3000));
    assertThat(model.variants()).hasSize(2);
  }

  @Test
  void an_unknown_variant_has_no_price() {
    assertThat(modelAfter(created()).orElseThrow().priceOf(SMALL)).isEmpty();
  }

  private static Optional<ProductModel> modelAfter(ProductEvent... events) {
    return new KnownModels()
        .of(CHAI, events)
        .find(ProductModel.DEFINITION, Given.TENANT.stream(CHAI));
  }
}
