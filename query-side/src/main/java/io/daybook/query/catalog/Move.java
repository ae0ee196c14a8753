package io.daybook.query.catalog;

import io.daybook.catalog.ProductEvent;
import io.daybook.catalog.ProductStatus;
import io.daybook.query.projection.Recorded;
import java.time.Instant;

/// A product's status is another one from now on.
record Move(String tenant, String product, long version, ProductStatus status, Instant at) {

  static Move of(ProductEvent event, ProductStatus status, Instant at, Recorded recorded) {
    return new Move(recorded.tenant(), event.productId().value(), recorded.sequence(), status, at);
  }

  String stream() {
    return tenant + '/' + product;
  }
}
