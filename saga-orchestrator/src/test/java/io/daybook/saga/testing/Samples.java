package io.daybook.saga.testing;

import io.daybook.customer.Address;
import io.daybook.kernel.Event;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Money;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import io.daybook.order.LineItem;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.jspecify.annotations.Nullable;

/// An order, its lines and its events.
public final class Samples {
  public static final TenantId TENANT = new TenantId("acme");
  public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  public static final Currency EUR = Currency.getInstance("EUR");
  public static final Money TOTAL = new Money(7_000, EUR);
  public static final CustomerId CUSTOMER = CustomerId.of(uuid(1));
  public static final CartId CART = CartId.of(CUSTOMER);
  public static final ProductId TEA = ProductId.of(uuid(11));
  public static final ProductId CUP = ProductId.of(uuid(12));
  public static final VariantId BLUE = VariantId.of(uuid(13));
  public static final CartItemId FIRST = CartItemId.of(uuid(21));
  public static final CartItemId SECOND = CartItemId.of(uuid(22));
  public static final CartItemId THIRD = CartItemId.of(uuid(23));
  public static final OrderId ORDER = OrderId.of(uuid(31));
  public static final PaymentId PAYMENT = PaymentId.of(ORDER);

  public static final TenantPolicy POLICY =
      new TenantPolicy(
          EUR,
          Set.of("DE"),
          Money.zero(EUR),
          BigDecimal.ZERO,
          Duration.ofMinutes(15),
          Duration.ofDays(30),
          Duration.ofMinutes(10),
          Duration.ofDays(1));

  private Samples() {}

  public static UUID uuid(int number) {
    return new UUID(0x0192_0000_0000_7000L, 0x8000_0000_0000_0000L + number);
  }

  public static Map<String, String> metadata() {
    return Map.of(Meta.TENANT_ID, TENANT.value(), Meta.CORRELATION_ID, "correlation-1");
  }

  public static EventMessage<?> message(Event event) {
    return GenericEventMessage.asEventMessage(event).andMetaData(metadata());
  }

  /// Two lines of tea and one of a blue cup, so that tea is needed five times.
  public static OrderPlacementStarted started(OrderId order, String paymentMethodId) {
    List<LineItem> lines =
        List.of(line(FIRST, TEA, null, 2), line(SECOND, CUP, BLUE, 1), line(THIRD, TEA, null, 3));
    return new OrderPlacementStarted(
        order,
        "A-1",
        CUSTOMER,
        CART,
        lines,
        TOTAL,
        Money.zero(EUR),
        Money.zero(EUR),
        TOTAL,
        address(),
        paymentMethodId,
        null,
        NOW);
  }

  public static OrderPlacementStarted started() {
    return started(ORDER, "sandbox:approve");
  }

  public static PaymentAuthorized authorized() {
    return new PaymentAuthorized(PAYMENT, ORDER, TOTAL, "auth-1", "sandbox:approve", NOW, null);
  }

  public static Address address() {
    return new Address("Ada Byron", "Main Street 1", "Berlin", null, "10115", "DE");
  }

  private static LineItem line(
      CartItemId item, ProductId product, @Nullable VariantId variant, int quantity) {
    Money price = new Money(1_000, EUR);
    return new LineItem(
        item,
        product,
        variant,
        "A thing",
        quantity,
        price,
        price,
        BigDecimal.ZERO,
        Money.zero(EUR),
        price.times(quantity),
        null,
        Map.of());
  }
}
