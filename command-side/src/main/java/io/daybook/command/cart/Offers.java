package io.daybook.command.cart;

import io.daybook.cart.CartRejection;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.catalog.ProductFacts;
import io.daybook.command.facts.Facts;
import io.daybook.command.inventory.StockFacts;
import io.daybook.kernel.Context;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the shop offers at this moment.
record Offers(Facts facts, Context context) {

  /// @param price of one
  /// @param available what is left, as far as a line can hold it
  record Offer(Money price, int available) {}

  /// @throws Rejection when this cannot be bought
  Offer of(ProductId productId, @Nullable VariantId variantId) {
    ProductFacts product =
        product(productId)
            .orElseThrow(
                () -> refusal(CartRejection.PRODUCT_NOT_FOUND, "productId", productId, "exist"));
    if (!product.canBeBought()) {
      throw refusal(CartRejection.PRODUCT_INACTIVE, "productId", productId, "be active");
    }
    if (variantId == null && !product.variants().isEmpty()) {
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
        .filter(ProductFacts::canBeBought)
        .filter(product -> (variantId == null) == product.variants().isEmpty())
        .flatMap(product -> product.priceOf(variantId))
        .map(price -> new Offer(price, available(productId, variantId)));
  }

  int available(ProductId productId, @Nullable VariantId variantId) {
    return facts
        .find(StockFacts.FOLD, context.stream(InventoryId.of(productId, variantId)))
        .map(stock -> Math.min(stock.available(), CartRules.MOST_PIECES))
        .orElse(0);
  }

  /// Relied on: whoever brings a product's change to the carts finds every line that was decided
  /// before it, and no line that was decided before it comes after it.
  private Optional<ProductFacts> product(ProductId id) {
    return facts
        .rely(ProductFacts.FOLD, context.stream(id))
        .filter(product -> product.status() != ProductStatus.DELETED);
  }

  private static Rejection refusal(
      CartRejection code, String field, @Nullable Object value, String must) {
    return Rejection.of(code).with(field, value, "must " + must);
  }
}
