package io.daybook.query.catalog;

import io.daybook.catalog.CategoryEvent;
import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.catalog.ProductEvent;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductDeactivated;
import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.catalog.ProductStatus;
import io.daybook.kernel.Money;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.Sql;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the tables of categories, products and variants.
@Component
@ProcessingGroup("projection-catalog")
public class CatalogProjection {
  private final JdbcClient database;

  public CatalogProjection(JdbcClient database) {
    this.database = database;
  }

  @EventHandler
  void on(CategoryEvent event, Recorded recorded) {
    switch (event) { // no default: a new event must be decided here
      case CategoryCreated created -> insert(created, recorded);
    }
  }

  @EventHandler
  void on(ProductEvent event, Recorded recorded) {
    switch (event) { // no default: a new event must be decided here
      case ProductCreated created -> insert(created, recorded);
      case ProductUpdated updated -> update(updated, recorded);
      case ProductActivated(_, var at) -> move(event, ProductStatus.ACTIVE, at, recorded);
      case ProductDeactivated(_, var at) -> move(event, ProductStatus.INACTIVE, at, recorded);
      case ProductDeleted(_, _, var at) -> move(event, ProductStatus.DELETED, at, recorded);
      case ProductVariantAdded added -> insert(added, recorded);
    }
  }

  @ResetHandler
  void reset() {
    database
        .sql("TRUNCATE projection.categories, projection.products, projection.variants")
        .update();
  }

  private void insert(CategoryCreated event, Recorded recorded) {
    database
        .sql(
            """
            INSERT INTO projection.categories
              (tenant_id, category_id, name, parent_category_id, depth, created_at, version)
            VALUES (:tenant, :category, :name, :parent, :depth, :at, :version)
            ON CONFLICT DO NOTHING
            """)
        .param("tenant", recorded.tenant())
        .param("category", event.categoryId().value())
        .param("name", event.name())
        .param("parent", Sql.id(event.parentCategoryId()))
        .param("depth", event.depth())
        .param("at", Sql.time(event.createdAt()))
        .param("version", recorded.sequence())
        .update();
  }

  private void insert(ProductCreated event, Recorded recorded) {
    change(
            """
            INSERT INTO projection.products
              (tenant_id, product_id, name, description, price_minor, currency, category_id, status,
               created_by, created_at, updated_at, version)
            VALUES (:tenant, :product, :name, :description, :price, :currency, :category, :status,
              :createdBy, :at, :at, :version)
            ON CONFLICT DO NOTHING
            """,
            event,
            recorded)
        .param("name", event.name())
        .param("description", event.description())
        .param("price", event.price().amountMinor())
        .param("currency", event.price().currency().getCurrencyCode())
        .param("category", event.categoryId().value())
        .param("status", event.status().name())
        .param("createdBy", event.createdBy())
        .param("at", Sql.time(event.createdAt()))
        .update();
  }

  private void update(ProductUpdated event, Recorded recorded) {
    ChangedFields changed = event.changedFields();
    change(
            """
            UPDATE projection.products
            SET name = coalesce(:name, name), description = coalesce(:description, description),
              price_minor = coalesce(CAST(:price AS bigint), price_minor),
              currency = coalesce(:currency, currency),
              category_id = coalesce(:category, category_id),
              updated_at = :at, version = :version
            WHERE tenant_id = :tenant AND product_id = :product AND version < :version
            """,
            event,
            recorded)
        .param("name", changed.name())
        .param("description", changed.description())
        .param("price", amount(changed.price()))
        .param("currency", currency(changed.price()))
        .param("category", Sql.id(changed.categoryId()))
        .param("at", Sql.time(event.updatedAt()))
        .update();
  }

  private void move(ProductEvent event, ProductStatus status, Instant at, Recorded recorded) {
    change(
            """
            UPDATE projection.products SET status = :status, updated_at = :at, version = :version
            WHERE tenant_id = :tenant AND product_id = :product AND version < :version
            """,
            event,
            recorded)
        .param("status", status.name())
        .param("at", Sql.time(at))
        .update();
  }

  private void insert(ProductVariantAdded event, Recorded recorded) {
    change(
            """
            WITH product AS (
              UPDATE projection.products SET updated_at = :at, version = :version
              WHERE tenant_id = :tenant AND product_id = :product AND version < :version
              RETURNING tenant_id, product_id)
            INSERT INTO projection.variants
              (tenant_id, product_id, variant_id, name, sku, price_minor, currency, attributes,
               added_at, version)
            SELECT tenant_id, product_id, :variant, :name, :sku, CAST(:price AS bigint), :currency,
              CAST(:attributes AS jsonb), :at, :version
            FROM product
            """,
            event,
            recorded)
        .param("variant", event.variantId().value())
        .param("name", event.name())
        .param("sku", event.sku())
        .param("price", amount(event.price()))
        .param("currency", currency(event.price()))
        .param("attributes", Sql.json(event.attributes()))
        .param("at", Sql.time(event.addedAt()))
        .update();
  }

  private JdbcClient.StatementSpec change(String sql, ProductEvent event, Recorded recorded) {
    return database
        .sql(sql)
        .param("tenant", recorded.tenant())
        .param("product", event.productId().value())
        .param("version", recorded.sequence());
  }

  private static @Nullable Long amount(@Nullable Money money) {
    return money == null ? null : money.amountMinor();
  }

  private static @Nullable String currency(@Nullable Money money) {
    return money == null ? null : money.currency().getCurrencyCode();
  }
}
