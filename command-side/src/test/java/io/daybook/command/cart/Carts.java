package io.daybook.command.cart;

import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartEvent.CartItemRepriced;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.cart.CartEvent.MergedItem;
import io.daybook.cart.CartId;
import io.daybook.cart.CartItemId;
import io.daybook.catalog.ProductId;
import io.daybook.catalog.VariantId;
import io.daybook.command.testing.Given;
import io.daybook.customer.CustomerId;
import io.daybook.kernel.Money;
import io.daybook.order.OrderId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// Carts with tea and coffee in them, as the tests of this capability tell them.
final class Carts {
  static final CustomerId ADA = new CustomerId("cus_0192f0c1-0000-7000-8000-000000000001");
  static final CustomerId BOB = new CustomerId("cus_0192f0c1-0000-7000-8000-000000000002");
  static final CartId ADAS = CartId.of(ADA);
  static final CartId GUESTS = new CartId("crt_0192f0c1-0000-7000-8000-0000000000c1");
  static final ProductId CHAI = new ProductId("prd_0192f0c1-0000-7000-8000-000000000001");
  static final ProductId COFFEE = new ProductId("prd_0192f0c1-0000-7000-8000-000000000002");
  static final VariantId SMALL = new VariantId("var_0192f0c1-0000-7000-8000-000000000001");
  static final CartItemId FIRST = new CartItemId("itm_0192f0c1-0000-7000-8000-000000000001");
  static final CartItemId SECOND = new CartItemId("itm_0192f0c1-0000-7000-8000-000000000002");
  static final CartItemId THIRD = new CartItemId("itm_0192f0c1-0000-7000-8000-000000000003");
  static final OrderId ORDER = new OrderId("ord_0192f0c1-0000-7000-8000-000000000001");
  static final Money PRICE = euro(1800);
  static final Instant AT = Given.NOW;
  static final Instant EARLIER = AT.minus(Duration.ofMinutes(10));

  private Carts() {}

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
