package io.daybook.command.cart;

import io.daybook.cart.CartRejection;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.catalog.ProductModel;
import io.daybook.command.inventory.StockModel;
import io.daybook.command.model.DecisionModels;
import io.daybook.kernel.Context;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells what a product costs at this moment and how many there are.
record ProductOffers(DecisionModels models, Context context) {

  /// @param price of one piece
  /// @param available pieces, at most as many as a line may have
  record Offer(Money price, int available) {}

  /// @throws Rejection when this cannot be bought
  Offer of(ProductId productId, @Nullable VariantId variantId) {
    ProductModel product =
        product(productId)
            .orElseThrow(
                () -> refusal(CartRejection.PRODUCT_NOT_FOUND, "productId", productId, "exist"));
    if (!product.canBeBought()) {
      throw refusal(CartRejection.PRODUCT_INACTIVE, "productId", productId, "be active");
    }
    if (variantId == null && product.isSoldByVariant()) {
      throw refusal(CartRejection.VARIANT_REQUIRED, "variantId", null, "be given");
    }
    Money price =
        product
            .priceOf(variantId)
            .orElseThrow(
                () ->
                    refusal(
                        CartRejection.VARIANT_NOT_FOUND, "variantId", variantId, "be its variant"));
    return new Offer(price, available(productId, variantId));
  }

  /// Empty when this cannot be bought any more.
  Optional<Offer> find(ProductId productId, @Nullable VariantId variantId) {
    return product(productId)
        .filter(ProductModel::canBeBought)
        .filter(product -> (variantId == null) != product.isSoldByVariant())
        .flatMap(product -> product.priceOf(variantId))
        .map(price -> new Offer(price, available(productId, variantId)));
  }

  int available(ProductId productId, @Nullable VariantId variantId) {
    return models
        .find(StockModel.DEFINITION, context.stream(InventoryId.of(productId, variantId)))
        .map(stock -> Math.min(stock.available(), CartRules.MOST_PIECES))
        .orElse(0);
  }

  /// Relied on: a line that was decided before a change of the product is committed before that change,
  /// so that the process which brings the change to the carts finds it.
  private Optional<ProductModel> product(ProductId id) {
    return models
        .rely(ProductModel.DEFINITION, context.stream(id))
        .filter(product -> product.status() != ProductStatus.DELETED);
  }

  private static Rejection refusal(
      CartRejection code, String field, @Nullable Object value, String must) {
    return Rejection.of(code).with(field, value, "must " + must);
  }
}
