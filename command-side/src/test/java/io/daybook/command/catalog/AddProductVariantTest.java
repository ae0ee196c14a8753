package io.daybook.command.catalog;

import static io.daybook.command.catalog.Products.BEFORE;
import static io.daybook.command.catalog.Products.CHAI;
import static io.daybook.command.catalog.Products.LARGE;
import static io.daybook.command.catalog.Products.SMALL;
import static io.daybook.command.catalog.Products.TEA;
import static io.daybook.command.catalog.Products.created;
import static io.daybook.command.catalog.Products.deleted;
import static io.daybook.command.catalog.Products.euro;
import static io.daybook.command.catalog.Products.product;
import static io.daybook.command.catalog.Products.variantAdded;
import static io.daybook.command.testing.Given.NOW;
import static io.daybook.command.testing.Given.STAFF;

import io.daybook.catalog.CatalogRejection;
import io.daybook.catalog.ProductCommand.AddProductVariant;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.command.testing.Rejected;
import io.daybook.kernel.AmountRule;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.Collections;
import java.util.Map;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.junit.jupiter.api.Test;

class AddProductVariantTest {
  private static final Map<String, String> SIZE = Map.of("size", "20");

  @Test
  void a_variant_costs_what_the_product_costs() {
    product()
        .given(Given.events(created()))
        .when(add(SMALL, null), Given.by(STAFF))
        .expectEvents(variantAdded(SMALL, null, NOW));
  }

  @Test
  void a_variant_may_have_its_own_price() {
    product()
        .given(Given.events(created(), variantAdded(SMALL, null, BEFORE)))
        .when(add(LARGE, euro(3000)), Given.by(STAFF))
        .expectEvents(variantAdded(LARGE, euro(3000), NOW));
  }

  @Test
  void a_variant_needs_no_more_than_a_name() {
    product()
        .given(Given.events(created()))
        .when(new AddProductVariant(CHAI, SMALL, " Small ", " ", null, null), Given.by(STAFF))
        .expectEvents(new ProductVariantAdded(CHAI, SMALL, "Small", null, null, Map.of(), NOW));
  }

  @Test
  void a_repeated_variant_is_harmless() {
    product()
        .given(Given.events(created(), variantAdded(SMALL, null, BEFORE)))
        .when(add(SMALL, null), Given.by(STAFF))
        .expectSuccessfulHandlerExecution()
        .expectNoEvents();
  }

  @Test
  void a_variant_id_is_not_used_for_another_variant() {
    product()
        .given(Given.events(created(), variantAdded(SMALL, null, BEFORE)))
        .when(add(SMALL, euro(3000)), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.VARIANT_ID_TAKEN));
  }

  @Test
  void a_variant_id_is_not_used_for_a_variant_of_another_product() {
    KnownClaims claims = new KnownClaims();
    claims.take(Given.TENANT.value(), ClaimKinds.PRODUCT_VARIANT, SMALL.value(), "prd_other");

    product(claims)
        .given(Given.events(created()))
        .when(add(SMALL, null), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.VARIANT_ID_TAKEN));
  }

  @Test
  void a_variant_has_valid_values() {
    refused(variant(" ", null, SIZE), CatalogRejection.INVALID_NAME);
    refused(variant("Small", euro(0), SIZE), CatalogRejection.INVALID_PRICE);
    refused(
        variant("Small", euro(AmountRule.MOST_MINOR + 1), SIZE), CatalogRejection.INVALID_PRICE);
    refused(variant("Small", Money.of(1, "USD"), SIZE), KernelRejection.CURRENCY_MISMATCH);
    refused(
        variant("Small", null, Collections.singletonMap("size", null)),
        CatalogRejection.INVALID_DATA);
    refused(variant("Small", null, Map.of(" ", "20")), CatalogRejection.INVALID_DATA);
  }

  /// A stock is found by the variant's UUID, or by the product's.
  @Test
  void a_variant_does_not_share_its_uuid_with_another_product() {
    ProductId other = ProductId.of(LARGE.uuid());
    KnownModels models =
        new KnownModels()
            .of(
                other,
                new ProductCreated(
                    other, "Tea", null, euro(1), TEA, ProductStatus.DRAFT, "staff:usr_7", BEFORE));

    Given.aggregate(Product.class, new ProductRules(models), new KnownClaims())
        .given(Given.events(created()))
        .when(add(LARGE, null), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.VARIANT_ID_TAKEN));
  }

  @Test
  void a_deleted_product_gets_no_variant() {
    product()
        .given(Given.events(created(), deleted()))
        .when(add(SMALL, null), Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(CatalogRejection.PRODUCT_DELETED));
  }

  @Test
  void a_product_that_does_not_exist_gets_no_variant() {
    product()
        .givenNoPriorActivity()
        .when(add(SMALL, null), Given.by(STAFF))
        .expectNoEvents()
        .expectException(AggregateNotFoundException.class);
  }

  private static void refused(AddProductVariant command, RejectionCode code) {
    product()
        .given(Given.events(created()))
        .when(command, Given.by(STAFF))
        .expectNoEvents()
        .expectException(Rejected.with(code));
  }

  private static AddProductVariant add(VariantId id, Money price) {
    return new AddProductVariant(CHAI, id, "20 bags", "CHAI-20", price, SIZE);
  }

  private static AddProductVariant variant(
      String name, Money price, Map<String, String> attributes) {
    return new AddProductVariant(CHAI, SMALL, name, null, price, attributes);
  }
}
