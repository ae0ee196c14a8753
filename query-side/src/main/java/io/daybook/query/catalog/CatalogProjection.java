package io.daybook.query.catalog;

import io.daybook.catalog.CategoryEvent;
import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.catalog.ProductEvent;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductDeactivated;
import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.catalog.ProductStatus;
import io.daybook.eventstore.batch.Batch;
import io.daybook.query.projection.EventRow;
import io.daybook.query.projection.Projection;
import io.daybook.query.projection.Recorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the tables of categories, products and variants.
@Component
@ProcessingGroup("projection-catalog")
public class CatalogProjection extends Projection {

  public CatalogProjection(JdbcClient database) {
    super(database, "categories", "products", "variants");
  }

  @EventHandler
  void on(CategoryEvent event, Recorded recorded, Batch batch) {
    switch (event) { // no default: a new event must be decided here
      case CategoryCreated e -> batch.add(CatalogWrites.CATEGORY, new EventRow<>(e, recorded));
    }
  }

  @EventHandler
  void on(ProductEvent event, Recorded recorded, Batch batch) {
    switch (event) { // no default: a new event must be decided here
      case ProductCreated e -> batch.add(CatalogWrites.PRODUCT, new EventRow<>(e, recorded));
      case ProductUpdated e -> batch.add(CatalogWrites.UPDATED, new EventRow<>(e, recorded));
      case ProductActivated(_, var at) ->
          batch.add(
              CatalogWrites.MOVED,
              ProductStatusChange.of(event, ProductStatus.ACTIVE, at, recorded));
      case ProductDeactivated(_, var at) ->
          batch.add(
              CatalogWrites.MOVED,
              ProductStatusChange.of(event, ProductStatus.INACTIVE, at, recorded));
      case ProductDeleted(_, _, var at) ->
          batch.add(
              CatalogWrites.MOVED,
              ProductStatusChange.of(event, ProductStatus.DELETED, at, recorded));
      case ProductVariantAdded e -> batch.add(CatalogWrites.VARIANT, new EventRow<>(e, recorded));
    }
  }
}
