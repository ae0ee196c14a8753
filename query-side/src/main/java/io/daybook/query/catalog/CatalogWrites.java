package io.daybook.query.catalog;

import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.eventstore.batch.Write;
import io.daybook.query.projection.EventRow;
import io.daybook.query.projection.Sql;

/// What events write into the tables of the catalogue.
final class CatalogWrites {
  static final Write<EventRow<CategoryCreated>> CATEGORY =
      EventRow.<CategoryCreated>write(
              """
              INSERT INTO :schema.categories
                (tenant_id, category_id, name, parent_category_id, depth, created_at, version)
              SELECT tenant_id, id, name, parent, depth, at, version FROM :rows AS event
              ON CONFLICT DO NOTHING
              """)
          .text("name", row -> row.event().name())
          .text("parent", row -> Sql.id(row.event().parentCategoryId()))
          .integer("depth", row -> row.event().depth())
          .time("at", row -> row.event().createdAt());

  static final Write<EventRow<ProductCreated>> PRODUCT =
      EventRow.<ProductCreated>write(
              """
              INSERT INTO :schema.products
                (tenant_id, product_id, name, description, price_minor, currency, category_id, status,
                 created_by, created_at, updated_at, version)
              SELECT tenant_id, id, name, description, price, currency, category, status, created_by,
                at, at, version
              FROM :rows AS event
              ON CONFLICT DO NOTHING
              """)
          .text("name", row -> row.event().name())
          .text("description", row -> row.event().description())
          .number("price", row -> row.event().price().amountMinor())
          .text("currency", row -> Sql.currency(row.event().price()))
          .text("category", row -> row.event().categoryId().value())
          .text("status", row -> row.event().status().name())
          .text("created_by", row -> row.event().createdBy())
          .time("at", row -> row.event().createdAt());

  static final Write<EventRow<ProductUpdated>> UPDATED =
      EventRow.<ProductUpdated>write(
              """
              UPDATE :schema.products AS known
              SET name = coalesce(event.name, known.name),
                description = coalesce(event.description, known.description),
                price_minor = coalesce(event.price, known.price_minor),
                currency = coalesce(event.currency, known.currency),
                category_id = coalesce(event.category, known.category_id),
                updated_at = event.at, version = event.version
              FROM :rows AS event
              WHERE known.tenant_id = event.tenant_id AND known.product_id = event.id
                AND known.version < event.version
              """)
          .text("name", row -> row.event().changedFields().name())
          .text("description", row -> row.event().changedFields().description())
          .number("price", row -> Sql.amount(row.event().changedFields().price()))
          .text("currency", row -> Sql.currency(row.event().changedFields().price()))
          .text("category", row -> Sql.id(row.event().changedFields().categoryId()))
          .time("at", row -> row.event().updatedAt());

  static final Write<ProductStatusChange> MOVED =
      Write.<ProductStatusChange>to(
              """
              UPDATE :schema.products AS known
              SET status = event.status, updated_at = event.at, version = event.version
              FROM :rows AS event
              WHERE known.tenant_id = event.tenant_id AND known.product_id = event.id
                AND known.version < event.version
              """)
          .key(ProductStatusChange::stream)
          .text("tenant_id", ProductStatusChange::tenant)
          .text("id", ProductStatusChange::product)
          .number("version", ProductStatusChange::version)
          .text("status", move -> move.status().name())
          .time("at", ProductStatusChange::at);

  static final Write<EventRow<ProductVariantAdded>> VARIANT =
      EventRow.<ProductVariantAdded>write(
              """
              WITH product AS (
                UPDATE :schema.products AS known SET updated_at = event.at, version = event.version
                FROM :rows AS event
                WHERE known.tenant_id = event.tenant_id AND known.product_id = event.id
                  AND known.version < event.version
                RETURNING event.*)
              INSERT INTO :schema.variants
                (tenant_id, product_id, variant_id, name, sku, price_minor, currency, attributes,
                 added_at, version)
              SELECT tenant_id, id, variant, name, sku, price, currency, attributes, at, version
              FROM product
              """)
          .text("variant", row -> row.event().variantId().value())
          .text("name", row -> row.event().name())
          .text("sku", row -> row.event().sku())
          .number("price", row -> Sql.amount(row.event().price()))
          .text("currency", row -> Sql.currency(row.event().price()))
          .json("attributes", row -> Sql.json(row.event().attributes()))
          .time("at", row -> row.event().addedAt());

  private CatalogWrites() {}
}
