package io.daybook.query.catalog;

import io.daybook.catalog.ProductEvent;
import io.daybook.catalog.ProductStatus;
import io.daybook.query.projection.Recorded;
import java.time.Instant;

/// An event gives a product another status.
record ProductStatusChange(
    String tenant, String product, long version, ProductStatus status, Instant at) {

  static ProductStatusChange of(
      ProductEvent event, ProductStatus status, Instant at, Recorded recorded) {
    return new ProductStatusChange(
        recorded.tenant(), event.productId().value(), recorded.sequence(), status, at);
  }

  String stream() {
    return tenant + '/' + product;
  }
}
