package io.daybook.query.inventory;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import io.daybook.query.catalog.Product;
import io.daybook.query.catalog.Products;
import io.daybook.query.graphql.EntityQueries;
import io.daybook.query.graphql.View;
import io.daybook.query.graphql.stream.Subscriptions;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SubscriptionMapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import reactor.core.publisher.Flux;

/// The fields of `inventory.graphqls`. What is available changes between two pages; a stock may then be met
/// twice or not at all.
@Controller
class Stocks extends EntityQueries<Stock> {
  private final Products products;
  private final Subscriptions subscriptions;

  Stocks(JdbcClient database, Products products, Subscriptions subscriptions) {
    super("Stock", new View<>(database, "stocks", "stock_id", Stock::read));
    filterId("productId", "r.product_id = :product", ProductId::new);
    filter("availableAtMost", "r.available <= :atMost");
    sort("ID", "stock_id", "text");
    sort("AVAILABLE", "available", "integer");
    this.products = products;
    this.subscriptions = subscriptions;
  }

  /// A stock's id follows from what is stocked, so callers need not know it.
  @QueryMapping
  @Nullable Stock stock(
      @Argument String productId,
      @Argument @Nullable String variantId,
      @ContextValue TenantId tenant) {
    VariantId variant = variantId == null ? null : new VariantId(variantId);
    InventoryId id = InventoryId.of(new ProductId(productId), variant);
    return view()
        .find(tenant, id.value())
        .filter(stock -> stock.productId().equals(productId))
        .orElse(null);
  }

  @BatchMapping(typeName = "Product")
  Map<Product, List<Stock>> stock(List<Product> owners, @ContextValue TenantId tenant) {
    return view().ofEach(owners, tenant, "product_id", "r.stock_id", Stock::productId);
  }

  @BatchMapping(typeName = "Stock")
  Map<Stock, Product> product(List<Stock> owners, @ContextValue TenantId tenant) {
    return products.referencedBy(owners, Stock::productId, tenant);
  }

  @SubscriptionMapping
  Flux<Stock> stockChanged(@Argument String productId, @ContextValue TenantId tenant) {
    String product = new ProductId(productId).value();
    return subscriptions
        .updated(tenant, InventoryId.class, view())
        .filter(stock -> stock.productId().equals(product));
  }
}
