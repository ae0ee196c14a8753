package io.daybook.query.catalog;

import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.eventstore.batch.Write;
import io.daybook.query.projection.Fact;
import io.daybook.query.projection.Sql;

/// What events write into the tables of the catalogue.
final class CatalogWrites {
  static final Write<Fact<CategoryCreated>> CATEGORY =
      Fact.<CategoryCreated>write(
              """
              INSERT INTO :schema.categories
                (tenant_id, category_id, name, parent_category_id, depth, created_at, version)
              SELECT tenant_id, id, name, parent, depth, at, version FROM :rows AS fact
              ON CONFLICT DO NOTHING
              """)
          .text("name", fact -> fact.event().name())
          .text("parent", fact -> Sql.id(fact.event().parentCategoryId()))
          .integer("depth", fact -> fact.event().depth())
          .time("at", fact -> fact.event().createdAt());

  static final Write<Fact<ProductCreated>> PRODUCT =
      Fact.<ProductCreated>write(
              """
              INSERT INTO :schema.products
                (tenant_id, product_id, name, description, price_minor, currency, category_id, status,
                 created_by, created_at, updated_at, version)
              SELECT tenant_id, id, name, description, price, currency, category, status, created_by,
                at, at, version
              FROM :rows AS fact
              ON CONFLICT DO NOTHING
              """)
          .text("name", fact -> fact.event().name())
          .text("description", fact -> fact.event().description())
          .number("price", fact -> fact.event().price().amountMinor())
          .text("currency", fact -> Sql.currency(fact.event().price()))
          .text("category", fact -> fact.event().categoryId().value())
          .text("status", fact -> fact.event().status().name())
          .text("created_by", fact -> fact.event().createdBy())
          .time("at", fact -> fact.event().createdAt());

  static final Write<Fact<ProductUpdated>> UPDATED =
      Fact.<ProductUpdated>write(
              """
              UPDATE :schema.products AS known
              SET name = coalesce(fact.name, known.name),
                description = coalesce(fact.description, known.description),
                price_minor = coalesce(fact.price, known.price_minor),
                currency = coalesce(fact.currency, known.currency),
                category_id = coalesce(fact.category, known.category_id),
                updated_at = fact.at, version = fact.version
              FROM :rows AS fact
              WHERE known.tenant_id = fact.tenant_id AND known.product_id = fact.id
                AND known.version < fact.version
              """)
          .text("name", fact -> fact.event().changedFields().name())
          .text("description", fact -> fact.event().changedFields().description())
          .number("price", fact -> Sql.amount(fact.event().changedFields().price()))
          .text("currency", fact -> Sql.currency(fact.event().changedFields().price()))
          .text("category", fact -> Sql.id(fact.event().changedFields().categoryId()))
          .time("at", fact -> fact.event().updatedAt());

  static final Write<Move> MOVED =
      Write.<Move>to(
              """
              UPDATE :schema.products AS known
              SET status = fact.status, updated_at = fact.at, version = fact.version
              FROM :rows AS fact
              WHERE known.tenant_id = fact.tenant_id AND known.product_id = fact.id
                AND known.version < fact.version
              """)
          .key(Move::stream)
          .text("tenant_id", Move::tenant)
          .text("id", Move::product)
          .number("version", Move::version)
          .text("status", move -> move.status().name())
          .time("at", Move::at);

  static final Write<Fact<ProductVariantAdded>> VARIANT =
      Fact.<ProductVariantAdded>write(
              """
              WITH product AS (
                UPDATE :schema.products AS known SET updated_at = fact.at, version = fact.version
                FROM :rows AS fact
                WHERE known.tenant_id = fact.tenant_id AND known.product_id = fact.id
                  AND known.version < fact.version
                RETURNING fact.*)
              INSERT INTO :schema.variants
                (tenant_id, product_id, variant_id, name, sku, price_minor, currency, attributes,
                 added_at, version)
              SELECT tenant_id, id, variant, name, sku, price, currency, attributes, at, version
              FROM product
              """)
          .text("variant", fact -> fact.event().variantId().value())
          .text("name", fact -> fact.event().name())
          .text("sku", fact -> fact.event().sku())
          .number("price", fact -> Sql.amount(fact.event().price()))
          .text("currency", fact -> Sql.currency(fact.event().price()))
          .json("attributes", fact -> Sql.json(fact.event().attributes()))
          .time("at", fact -> fact.event().addedAt());

  private CatalogWrites() {}
}
