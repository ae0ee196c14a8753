package io.daybook.kernel;

import io.daybook.cart.CartEvent;
import io.daybook.catalog.CategoryEvent;
import io.daybook.catalog.ProductEvent;
import io.daybook.customer.CustomerEvent;
import io.daybook.inventory.InventoryEvent;
import io.daybook.order.OrderEvent;
import io.daybook.payment.PaymentEvent;

/// Every event that Daybook stores.
public final class Catalogue {
  public static final EventCatalogue EVENTS =
      new EventCatalogue(
          CustomerEvent.class,
          CategoryEvent.class,
          ProductEvent.class,
          InventoryEvent.class,
          CartEvent.class,
          OrderEvent.class,
          PaymentEvent.class);

  private Catalogue() {}
}
