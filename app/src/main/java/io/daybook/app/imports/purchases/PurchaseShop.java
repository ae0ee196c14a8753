package io.daybook.app.imports.purchases;

import io.daybook.app.imports.DerivedIds;
import io.daybook.app.imports.Lanes;
import io.daybook.app.imports.Session;
import io.daybook.catalog.CategoryCommand.CreateCategory;
import io.daybook.catalog.ProductCommand.ActivateProduct;
import io.daybook.catalog.ProductCommand.CreateProduct;
import io.daybook.customer.CustomerCommand.AddShippingAddress;
import io.daybook.customer.CustomerCommand.RegisterCustomer;
import io.daybook.customer.Email;
import io.daybook.inventory.InventoryCommand.SetInventoryQuantity;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.ProductId;
import java.time.Instant;

/// A shop that could have sold what the file lists, which names neither things nor people.
final class PurchaseShop {
  /// So many that buyers seldom wait for each other at the stock of one of them.
  static final int SERIES = 64;

  private static final int AT_ONCE = 16;
  private static final int STOCK = 1_000_000;
  private static final Money LIST_PRICE = Money.of(1_500, Purchase.CURRENCY.getCurrencyCode());

  private PurchaseShop() {}

  static CreateCategory category(DerivedIds ids) {
    return new CreateCategory(ids.category("compact-discs"), "Compact discs", null);
  }

  /// @return whether the shop has had nothing of any such file
  static boolean open(Session session, Instant at) throws InterruptedException {
    boolean isNew = session.send(at, category(session.ids())).isNew();
    try (Lanes lanes = new Lanes(AT_ONCE)) {
      for (int series = 1; series <= SERIES; series++) {
        int number = series;
        lanes.run("series " + number, () -> offer(session, number, at));
      }
      lanes.await();
    }
    return isNew;
  }

  private static void offer(Session session, int series, Instant at) throws InterruptedException {
    ProductId id = product(session.ids(), series);
    session.send(
        at,
        new CreateProduct(
            id,
            "Compact discs, series %02d".formatted(series),
            "The discs that customers of this series bought together",
            LIST_PRICE,
            session.ids().category("compact-discs")));
    session.send(at, new ActivateProduct(id));
    session.send(at, new SetInventoryQuantity(id, null, STOCK, "Opening stock"));
  }

  /// @return whether the customer was not there before
  static boolean register(Session session, Purchase first) throws InterruptedException {
    String key = first.customerId();
    CustomerId id = session.ids().customer(key);
    boolean isNew =
        session
            .send(
                first.at(),
                new RegisterCustomer(
                    id, new Email(key + "@purchases.example"), null, "Customer", key, true))
            .isNew();
    session.send(
        first.at(),
        new AddShippingAddress(
            id,
            address(session.ids(), key),
            "Customer " + key,
            "1 Main Street",
            "Philadelphia",
            "PA",
            "19104",
            "US"));
    return isNew;
  }

  static ProductId productOf(DerivedIds ids, String customer) {
    return product(ids, 1 + Math.floorMod(ids.uuid("series", customer).hashCode(), SERIES));
  }

  static AddressId address(DerivedIds ids, String customer) {
    return ids.address(customer);
  }

  private static ProductId product(DerivedIds ids, int series) {
    return ids.product("series-" + series);
  }
}
