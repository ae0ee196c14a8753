package io.daybook.command.catalog;

import static io.daybook.catalog.CatalogRejection.CATEGORY_NOT_FOUND;
import static io.daybook.catalog.CatalogRejection.INVALID_DATA;
import static io.daybook.catalog.CatalogRejection.INVALID_PRICE;

import io.daybook.catalog.ProductCommand.AddProductVariant;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.catalog.ProductCommand.UpdateProduct;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.command.facts.Facts;
import io.daybook.kernel.AmountRule;
import io.daybook.kernel.Context;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CategoryId;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What must hold of a product's details, whatever state the product is in.
@Component
record ProductRules(Facts facts) {

  ProductDetails created(CreateProduct wish, Context context) {
    return new ProductDetails(
        CatalogText.name("name", wish.name()),
        CatalogText.description(wish.description()),
        price(wish.price()),
        category(wish.categoryId(), context));
  }

  /// The details after an update: what is not given stays.
  ProductDetails updated(UpdateProduct wish, ProductDetails now, Context context) {
    if (wish.name() == null
        && wish.description() == null
        && wish.price() == null
        && wish.categoryId() == null) {
      throw Rejection.of(INVALID_DATA)
          .with("name", null, "or description, price or categoryId must be given");
    }
    return new ProductDetails(
        wish.name() == null ? now.name() : CatalogText.name("name", wish.name()),
        wish.description() == null
            ? now.description()
            : CatalogText.description(wish.description()),
        wish.price() == null ? now.price() : price(wish.price(), now),
        wish.categoryId() == null ? now.categoryId() : category(wish.categoryId(), context));
  }

  ProductVariantAdded variant(AddProductVariant wish, ProductDetails product, Context context) {
    return new ProductVariantAdded(
        wish.productId(),
        wish.variantId(),
        CatalogText.name("name", wish.name()),
        wish.sku() == null || wish.sku().isBlank() ? null : CatalogText.name("sku", wish.sku()),
        wish.price() == null ? null : price(wish.price(), product),
        attributes(wish.attributes()),
        context.at());
  }

  private static Money price(@Nullable Money price) {
    if (price == null || !price.isPositive()) {
      throw Rejection.of(INVALID_PRICE).with("price", price, "must be at least one minor unit");
    }
    return AmountRule.atMost(price, "price", INVALID_PRICE);
  }

  /// A shop may sell in several currencies, and a cart holds one of them; but all prices of a product
  /// are in the currency that it was created with.
  private static Money price(Money price, ProductDetails product) {
    Currency currency = product.price().currency();
    if (!price(price).currency().equals(currency)) {
      throw Rejection.of(KernelRejection.CURRENCY_MISMATCH)
          .with("price", price, "must be in " + currency);
    }
    return price;
  }

  private CategoryId category(@Nullable CategoryId id, Context context) {
    if (id == null || facts.find(CategoryFacts.FOLD, context.stream(id)).isEmpty()) {
      throw Rejection.of(CATEGORY_NOT_FOUND).with("categoryId", id, "does not exist");
    }
    return id;
  }

  private static Map<String, String> attributes(@Nullable Map<String, String> attributes) {
    if (attributes == null) {
      return Map.of();
    }
    for (Map.Entry<String, @Nullable String> attribute : attributes.entrySet()) {
      if (attribute.getKey().isBlank() || attribute.getValue() == null) {
        throw Rejection.of(INVALID_DATA)
            .with("attributes." + attribute.getKey(), null, "must have a name and a value");
      }
    }
    return Map.copyOf(attributes);
  }
}
