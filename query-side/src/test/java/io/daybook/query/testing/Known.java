package io.daybook.query.testing;

import io.daybook.customer.Address;
import io.daybook.kernel.Money;
import io.daybook.kernel.Samples;
import io.daybook.kernel.id.AddressId;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CategoryId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import io.daybook.order.LineItem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Ids, times and amounts that tests agree on.
public final class Known {
  public static final Instant NINE = Samples.at(0);
  public static final Address ADDRESS =
      new Address("Ada Lovelace", "Obere Str. 57", "Berlin", null, "12209", "DE");
  public static final Map<String, String> ATTRIBUTES = Map.of("units", "3");

  private Known() {}

  public static Instant at(int minutes) {
    return Samples.at(minutes);
  }

  public static UUID uuid(int number) {
    return Samples.uuid(number);
  }

  public static CustomerId customer(int number) {
    return CustomerId.of(uuid(number));
  }

  public static AddressId address(int number) {
    return AddressId.of(uuid(number));
  }

  public static CategoryId category(int number) {
    return CategoryId.of(uuid(number));
  }

  public static ProductId product(int number) {
    return ProductId.of(uuid(number));
  }

  public static VariantId variant(int number) {
    return VariantId.of(uuid(number));
  }

  public static CartId cart(int number) {
    return CartId.of(uuid(number));
  }

  public static CartItemId item(int number) {
    return CartItemId.of(uuid(number));
  }

  public static OrderId order(int number) {
    return OrderId.of(uuid(number));
  }

  public static PaymentId payment(int number) {
    return PaymentId.of(uuid(number));
  }

  public static Money euros(long minor) {
    return Samples.euros(minor);
  }

  /// Two of a product at 10.00, with a tenth off.
  public static LineItem line(int product) {
    return new LineItem(
        item(product),
        product(product),
        null,
        "Product " + product,
        2,
        euros(1200),
        euros(1000),
        new BigDecimal("0.1"),
        euros(200),
        euros(1800),
        "staff:usr_7",
        ATTRIBUTES);
  }
}
