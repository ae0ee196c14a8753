package io.daybook.command.catalog;

import io.daybook.catalog.ProductEvent;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductDeactivated;
import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.model.ModelDefinition;
import io.daybook.kernel.Event;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.VariantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What others must know of a product that exists, a deleted one included.
public record ProductModel(
    String name, ProductStatus status, Money price, Map<VariantId, Variant> variants) {
  public static final ModelDefinition<ProductModel> DEFINITION =
      new ModelDefinition<>(ProductModel.class, ProductModel::after);

  /// @param ownPrice where it differs from the product's
  public record Variant(String name, @Nullable String sku, @Nullable Money ownPrice) {}

  public ProductModel {
    variants = Map.copyOf(variants);
  }

  public boolean canBeBought() {
    return status == ProductStatus.ACTIVE;
  }

  /// Whoever buys it says which variant.
  public boolean isSoldByVariant() {
    return !variants.isEmpty();
  }

  public Optional<Variant> variant(VariantId id) {
    return Optional.ofNullable(variants.get(id));
  }

  /// What one piece costs now: the product's price, unless the variant has its own. Without a
  /// variant it is the product's price; empty when the product has no such variant.
  public Optional<Money> priceOf(@Nullable VariantId variantId) {
    if (variantId == null) {
      return Optional.of(price);
    }
    return variant(variantId)
        .map(variant -> variant.ownPrice() == null ? price : variant.ownPrice());
  }

  private static ProductModel after(@Nullable ProductModel before, Event event) {
    return switch ((ProductEvent) event) {
      case ProductCreated created ->
          new ProductModel(created.name(), created.status(), created.price(), Map.of());
      case ProductUpdated updated -> known(before).with(updated.changedFields());
      case ProductActivated activated -> known(before).with(ProductStatus.ACTIVE);
      case ProductDeactivated deactivated -> known(before).with(ProductStatus.INACTIVE);
      case ProductDeleted deleted -> known(before).with(ProductStatus.DELETED);
      case ProductVariantAdded added -> known(before).with(added);
    };
  }

  private static ProductModel known(@Nullable ProductModel before) {
    return Objects.requireNonNull(before, "A product's stream begins with its creation");
  }

  private ProductModel with(ChangedFields changed) {
    return new ProductModel(
        changed.name() == null ? name : changed.name(),
        status,
        changed.price() == null ? price : changed.price(),
        variants);
  }

  private ProductModel with(ProductStatus now) {
    return new ProductModel(name, now, price, variants);
  }

  private ProductModel with(ProductVariantAdded added) {
    Map<VariantId, Variant> more = new HashMap<>(variants);
    more.put(added.variantId(), new Variant(added.name(), added.sku(), added.price()));
    return new ProductModel(name, status, price, more);
  }
}
