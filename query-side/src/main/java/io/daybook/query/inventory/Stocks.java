package io.daybook.query.inventory;

import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import io.daybook.query.catalog.Product;
import io.daybook.query.catalog.Products;
import io.daybook.query.graphql.Connection;
import io.daybook.query.graphql.Groups;
import io.daybook.query.graphql.Live;
import io.daybook.query.graphql.Page;
import io.daybook.query.graphql.View;
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

/// The fields of `inventory.graphqls`.
@Controller
class Stocks {
  private final View<Stock> stocks;
  private final Products products;
  private final Live live;

  Stocks(JdbcClient database, Products products, Live live) {
    this.stocks = new View<>(database, "stocks", "r.*", "stock_id", Stock::read);
    this.products = products;
    this.live = live;
  }

  @QueryMapping
  @Nullable Stock stock(
      @Argument String productId,
      @Argument @Nullable String variantId,
      @ContextValue TenantId tenant) {
    VariantId variant = variantId == null ? null : new VariantId(variantId);
    InventoryId id = InventoryId.of(new ProductId(productId), variant);
    return stocks
        .find(tenant, id.value())
        .filter(stock -> stock.productId().equals(productId))
        .orElse(null);
  }

  @QueryMapping
  Connection<Stock> stocks(
      @Argument int first,
      @Argument @Nullable String after,
      @Argument @Nullable StockFilter filter,
      @Argument StockOrder sort,
      @ContextValue TenantId tenant) {
    StockFilter asked = filter == null ? StockFilter.ALL : filter;
    return stocks.page(asked.conditions(tenant), sort, new Page(first, after));
  }

  @BatchMapping(typeName = "Product")
  Map<Product, List<Stock>> stock(List<Product> owners, @ContextValue TenantId tenant) {
    List<String> ids = owners.stream().map(Product::id).toList();
    List<Stock> found = stocks.all(tenant, "product_id", ids, "r.stock_id");
    return Groups.of(owners, Product::id, found, Stock::productId);
  }

  @BatchMapping(typeName = "Stock")
  Map<Stock, Product> product(List<Stock> owners, @ContextValue TenantId tenant) {
    return products.of(owners, Stock::productId, tenant);
  }

  @SubscriptionMapping
  Flux<Stock> stockChanged(@Argument String productId, @ContextValue TenantId tenant) {
    String product = new ProductId(productId).value();
    return live.entities(tenant, InventoryId.class, stocks)
        .filter(stock -> stock.productId().equals(product));
  }
}
