package io.daybook.command.cart;

import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartEvent.CartItemRepriced;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.cart.CartEvent.MergedItem;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.catalog.ProductStatus;
import io.daybook.command.testing.Given;
import io.daybook.command.testing.KnownClaims;
import io.daybook.command.testing.KnownModels;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.Email;
import io.daybook.inventory.InventoryEvent.InventoryQuantitySet;
import io.daybook.kernel.Money;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.InventoryId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;

/// Carts with tea and coffee in them, as the tests of this capability tell them.
final class Carts {
  static final CustomerId ADA = new CustomerId("cus_0192f0c1-0000-7000-8000-000000000001");
  static final CustomerId BOB = new CustomerId("cus_0192f0c1-0000-7000-8000-000000000002");
  static final CartId ADAS = CartId.of(ADA);
  static final CartId GUESTS = new CartId("crt_0192f0c1-0000-7000-8000-0000000000c1");
  static final ProductId CHAI = new ProductId("prd_0192f0c1-0000-7000-8000-000000000001");
  static final ProductId COFFEE = new ProductId("prd_0192f0c1-0000-7000-8000-000000000002");
  static final ProductId MUG = new ProductId("prd_0192f0c1-0000-7000-8000-000000000003");
  static final CategoryId TEA = new CategoryId("cat_0192f0c1-0000-7000-8000-000000000001");
  static final VariantId SMALL = new VariantId("var_0192f0c1-0000-7000-8000-0000000000a1");
  static final CartItemId FIRST = new CartItemId("itm_0192f0c1-0000-7000-8000-000000000001");
  static final CartItemId SECOND = new CartItemId("itm_0192f0c1-0000-7000-8000-000000000002");
  static final CartItemId THIRD = new CartItemId("itm_0192f0c1-0000-7000-8000-000000000003");
  static final OrderId ORDER = new OrderId("ord_0192f0c1-0000-7000-8000-000000000001");
  static final Money PRICE = euro(1800);
  static final Duration UNDO = Duration.ofMinutes(10);
  static final Instant AT = Given.NOW;
  static final Instant EARLIER = AT.minus(UNDO);

  private Carts() {}

  /// Ada's cart after these events.
  static TestExecutor<Cart> given(CartEvent... events) {
    return given(shop(), events);
  }

  static TestExecutor<Cart> given(KnownModels models, CartEvent... events) {
    return cart(models, new KnownClaims()).given(Given.events(events));
  }

  static FixtureConfiguration<Cart> cart(KnownModels models, KnownClaims claims) {
    return Given.aggregate(Cart.class, models, claims, policies());
  }

  /// Ada and Bob, and a shop with ten of chai, five of coffee and two of small mugs.
  static KnownModels shop() {
    return new KnownModels()
        .of(ADA, registered(ADA))
        .of(BOB, registered(BOB))
        .of(CHAI, created(CHAI, PRICE), new ProductActivated(CHAI, AT))
        .of(COFFEE, created(COFFEE, euro(4600)), new ProductActivated(COFFEE, AT))
        .of(
            MUG,
            created(MUG, euro(900)),
            new ProductVariantAdded(MUG, SMALL, "small", null, euro(700), Map.of(), AT),
            new ProductActivated(MUG, AT))
        .of(InventoryId.of(CHAI, null), stock(CHAI, null, 10))
        .of(InventoryId.of(COFFEE, null), stock(COFFEE, null, 5))
        .of(InventoryId.of(MUG, SMALL), stock(MUG, SMALL, 2));
  }

  static ProductCreated created(ProductId product, Money price) {
    return new ProductCreated(
        product, "A product", null, price, TEA, ProductStatus.DRAFT, "staff:usr_7", AT);
  }

  static CustomerRegistered registered(CustomerId customer) {
    return new CustomerRegistered(
        customer, new Email("someone@example.org"), "Some", "One", null, null, AT);
  }

  static InventoryQuantitySet stock(ProductId product, VariantId variant, int quantity) {
    InventoryId id = InventoryId.of(product, variant);
    return new InventoryQuantitySet(
        id, product, variant, 0, quantity, "count", Given.STAFF.toString(), AT);
  }

  static TenantPolicy.Source policies() {
    Money free = euro(0);
    return tenant ->
        new TenantPolicy(
            free.currency(),
            Set.of("DE"),
            free,
            BigDecimal.ZERO,
            Duration.ofMinutes(15),
            Duration.ofDays(30),
            UNDO,
            Duration.ofHours(48));
  }

  static Money euro(long cents) {
    return Money.of(cents, "EUR");
  }

  static ItemAddedToCart chai(int quantity) {
    return chai(quantity, quantity);
  }

  static ItemAddedToCart chai(int quantity, int requested) {
    return new ItemAddedToCart(
        ADAS, ADA, FIRST, CHAI, null, quantity, requested, PRICE, Map.of(), AT);
  }

  static ItemAddedToCart coffee(int quantity) {
    return new ItemAddedToCart(
        ADAS, ADA, SECOND, COFFEE, null, quantity, quantity, euro(4600), Map.of(), AT);
  }

  /// A line of the guest's cart.
  static ItemAddedToCart guestChai(int quantity) {
    return new ItemAddedToCart(
        GUESTS, null, THIRD, CHAI, null, quantity, quantity, PRICE, Map.of(), AT);
  }

  static CartItemQuantityUpdated chaiNow(int before, int now) {
    return new CartItemQuantityUpdated(ADAS, FIRST, CHAI, before, now, AT);
  }

  static CartItemRepriced chaiCosts(Money before, Money now) {
    return new CartItemRepriced(ADAS, FIRST, CHAI, before, now, AT);
  }

  static ItemRemovedFromCart chaiRemoved(String reason, Instant at) {
    return new ItemRemovedFromCart(ADAS, FIRST, CHAI, null, reason, at);
  }

  static CartCleared cleared(OrderId order, String reason) {
    return new CartCleared(ADAS, ADA, reason, order, AT);
  }

  static CartExpired expired(Instant lastUsed) {
    return new CartExpired(ADAS, ADA, lastUsed, AT);
  }

  static MergedItem merged(CartItemId id, ProductId product, int quantity, int requested) {
    Money price = product.equals(CHAI) ? PRICE : euro(4600);
    return new MergedItem(id, product, null, quantity, requested, price, Map.of());
  }
}
