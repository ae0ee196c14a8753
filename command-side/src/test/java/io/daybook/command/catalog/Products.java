package io.daybook.command.catalog;

import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductDeactivated;
import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.axonframework.test.aggregate.FixtureConfiguration;

/// A category and a product's past, as the tests of this capability tell them.
final class Products {
  static final CategoryId TEA = new CategoryId("cat_0192f0c1-0000-7000-8000-000000000001");
  static final CategoryId COFFEE = new CategoryId("cat_0192f0c1-0000-7000-8000-000000000002");
  static final CategoryId NOWHERE = new CategoryId("cat_0192f0c1-0000-7000-8000-000000000009");
  static final ProductId CHAI = new ProductId("prd_0192f0c1-0000-7000-8000-000000000001");
  static final VariantId SMALL = new VariantId("var_0192f0c1-0000-7000-8000-000000000001");
  static final VariantId LARGE = new VariantId("var_0192f0c1-0000-7000-8000-000000000002");
  static final Money PRICE = euro(1800);
  static final Instant BEFORE = Given.NOW.minus(Duration.ofDays(1));

  private Products() {}

  /// The aggregate in a shop that has the categories tea and coffee, and sells in euro.
  static FixtureConfiguration<Product> product() {
    return product(new KnownClaims());
  }

  static FixtureConfiguration<Product> product(KnownClaims claims) {
    KnownModels models =
        new KnownModels()
            .of(TEA, category(TEA, "Tea", 1))
            .of(COFFEE, category(COFFEE, "Coffee", 1));
    return Given.aggregate(Product.class, new ProductRules(models), claims);
  }

  static Money euro(long cents) {
    return Money.of(cents, "EUR");
  }

  static CategoryCreated category(CategoryId id, String name, int depth) {
    return new CategoryCreated(id, name, null, depth, BEFORE);
  }

  static ProductCreated created() {
    return new ProductCreated(
        CHAI, "Chai", "10 boxes", PRICE, TEA, ProductStatus.DRAFT, "staff:usr_7", BEFORE);
  }

  static ProductUpdated updated(ChangedFields changed) {
    return new ProductUpdated(CHAI, changed, "staff:usr_7", BEFORE);
  }

  static ProductActivated activated() {
    return new ProductActivated(CHAI, BEFORE);
  }

  static ProductDeactivated deactivated() {
    return new ProductDeactivated(CHAI, BEFORE);
  }

  static ProductDeleted deleted() {
    return new ProductDeleted(CHAI, "staff:usr_7", BEFORE);
  }

  static ProductVariantAdded variantAdded(VariantId id, Money price, Instant at) {
    return new ProductVariantAdded(CHAI, id, "20 bags", "CHAI-20", price, Map.of("size", "20"), at);
  }
}
