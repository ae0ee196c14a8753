package io.daybook.catalog;

import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.kernel.Capability;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.Samples;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.List;
import java.util.Map;

/// The registry's entry of this capability.
public final class CatalogCapability implements Capability {
  @Override
  public String name() {
    return "catalog";
  }

  @Override
  public String summary() {
    return "What the shop offers: categories, products and their variants.";
  }

  @Override
  public List<Class<? extends Command>> commandTypes() {
    return List.of(CategoryCommand.class, ProductCommand.class);
  }

  @Override
  public List<Class<? extends Event>> eventTypes() {
    return List.of(CategoryEvent.class, ProductEvent.class);
  }

  @Override
  public List<Class<? extends RejectionCode>> rejectionTypes() {
    return List.of(CatalogRejection.class);
  }

  @Override
  public List<Event> samples() {
    CategoryId drinks = CategoryId.of(Samples.uuid(2));
    CategoryId tea = CategoryId.of(Samples.uuid(1));
    ProductId product = ProductId.of(Samples.uuid(1));
    return List.of(
        new CategoryCreated(drinks, "Drinks", null, 1, Samples.at(0)),
        new CategoryCreated(tea, "Tea", drinks, 2, Samples.at(1)),
        new ProductCreated(
            product,
            "Darjeeling",
            "The first flush",
            Samples.euros(1200),
            tea,
            ProductStatus.DRAFT,
            "staff:usr_7",
            Samples.at(2)),
        new ProductVariantAdded(
            product,
            VariantId.of(Samples.uuid(1)),
            "Large",
            "DAR-L",
            Samples.euros(2100),
            Map.of("grams", "250"),
            Samples.at(3)),
        new ProductActivated(product, Samples.at(4)));
  }
}
