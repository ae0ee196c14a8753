package io.daybook.command.testing;

import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductStatus;
import io.daybook.customer.Address;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.customer.Email;
import io.daybook.inventory.InventoryEvent.InventoryQuantitySet;
import io.daybook.kernel.Event;
import io.daybook.kernel.Money;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.ProductId;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// A shop with two products and a customer, for tests of what is ordered and paid in it.
public final class Shop {
  public static final CustomerId ADA = CustomerId.of(uuid(1));
  public static final AddressId HOME = AddressId.of(uuid(2));
  public static final ProductId TEA = ProductId.of(uuid(3));
  public static final ProductId POT = ProductId.of(uuid(4));
  public static final CartId CART = CartId.of(ADA);
  public static final CartItemId TEA_LINE = CartItemId.of(uuid(5));
  public static final CartItemId POT_LINE = CartItemId.of(uuid(6));
  public static final OrderId ORDER = OrderId.of(uuid(7));
  public static final PaymentId PAYMENT = PaymentId.of(ORDER);
  public static final Address ADDRESS =
      new Address("Ada Lovelace", "Obere Str. 57", "Berlin", null, "12209", "DE");
  public static final TenantPolicy.Source POLICY =
      tenant ->
          new TenantPolicy(
              Currency.getInstance("EUR"),
              Set.of("DE"),
              eur(490),
              new BigDecimal("0.10"),
              Duration.ofMinutes(15),
              Duration.ofDays(30),
              Duration.ofMinutes(10),
              Duration.ofHours(48));

  private Shop() {}

  public static UUID uuid(int number) {
    return new UUID(0x0195518e7a007000L, 0x8000000000000000L | number);
  }

  public static Money eur(long cents) {
    return Money.of(cents, "EUR");
  }

  /// Ada is verified and lives at home; tea costs 12.99 and a pot 30.00; there are 10 of each.
  public static KnownModels models() {
    return new KnownModels()
        .of(ADA, registered(), verified(), lives())
        .of(TEA, created(TEA, "Tea", 1299), new ProductActivated(TEA, Given.NOW))
        .of(POT, created(POT, "Pot", 3000), new ProductActivated(POT, Given.NOW))
        .of(InventoryId.of(TEA, null), counted(TEA, 10))
        .of(InventoryId.of(POT, null), counted(POT, 10))
        .of(CART, inCart(TEA_LINE, TEA, 3, 1299));
  }

  public static Event registered() {
    return new CustomerRegistered(
        ADA, new Email("ada@example.org"), "Ada", "Lovelace", null, null, Given.NOW);
  }

  public static Event verified() {
    return new CustomerEmailVerified(ADA, new Email("ada@example.org"), Given.NOW);
  }

  public static Event lives() {
    return new ShippingAddressAdded(
        ADA, HOME, "Ada Lovelace", "Obere Str. 57", "Berlin", null, "12209", "DE", Given.NOW);
  }

  public static ProductCreated created(ProductId product, String name, long cents) {
    return new ProductCreated(
        product,
        name,
        null,
        eur(cents),
        CategoryId.of(uuid(9)),
        ProductStatus.DRAFT,
        "staff:usr_7",
        Given.NOW);
  }

  public static Event counted(ProductId product, int quantity) {
    return new InventoryQuantitySet(
        InventoryId.of(product, null),
        product,
        null,
        0,
        quantity,
        "counted",
        "staff:usr_7",
        Given.NOW);
  }

  public static Event inCart(CartItemId line, ProductId product, int quantity, long cents) {
    return new ItemAddedToCart(
        CART, ADA, line, product, null, quantity, quantity, eur(cents), Map.of(), Given.NOW);
  }
}
