package io.daybook.command.catalog;

import static io.daybook.catalog.CatalogRejection.CATEGORY_NOT_FOUND;
import static io.daybook.catalog.CatalogRejection.INVALID_DATA;
import static io.daybook.catalog.CatalogRejection.INVALID_PRICE;
import static io.daybook.catalog.CatalogRejection.VARIANT_ID_TAKEN;

import io.daybook.catalog.ProductCommand.AddProductVariant;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.catalog.ProductCommand.UpdateProduct;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.command.model.DecisionModels;
import io.daybook.kernel.AmountRule;
import io.daybook.kernel.Context;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.ProductId;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What must hold of a product's details, whatever state the product is in.
@Component
record ProductRules(DecisionModels models) {

  ProductDetails created(CreateProduct command, Context context) {
    return new ProductDetails(
        CatalogText.name("name", command.name()),
        CatalogText.description(command.description()),
        price(command.price()),
        category(command.categoryId(), context));
  }

  /// The details after an update: what is not given stays.
  ProductDetails updated(UpdateProduct command, ProductDetails now, Context context) {
    if (command.name() == null
        && command.description() == null
        && command.price() == null
        && command.categoryId() == null) {
      throw Rejection.of(INVALID_DATA)
          .with("name", null, "or description, price or categoryId must be given");
    }
    return new ProductDetails(
        command.name() == null ? now.name() : CatalogText.name("name", command.name()),
        command.description() == null
            ? now.description()
            : CatalogText.description(command.description()),
        command.price() == null ? now.price() : price(command.price(), now),
        command.categoryId() == null ? now.categoryId() : category(command.categoryId(), context));
  }

  ProductVariantAdded variant(AddProductVariant command, ProductDetails product, Context context) {
    return new ProductVariantAdded(
        command.productId(),
        command.variantId(),
        CatalogText.name("name", command.name()),
        command.sku() == null || command.sku().isBlank()
            ? null
            : CatalogText.name("sku", command.sku()),
        command.price() == null ? null : price(command.price(), product),
        attributes(command.attributes()),
        context.at());
  }

  /// The stock of a variant would be that of the product with the same UUID.
  void isNoProduct(ProductVariantAdded variant, Context context) {
    ProductId other = ProductId.of(variant.variantId().uuid());
    if (!other.equals(variant.productId())
        && models.rely(ProductModel.DEFINITION, context.stream(other)).isPresent()) {
      throw Rejection.of(VARIANT_ID_TAKEN)
          .with("variantId", variant.variantId(), "has the UUID of another product");
    }
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
    if (id == null || models.find(CategoryModel.DEFINITION, context.stream(id)).isEmpty()) {
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
