package io.daybook.query.testing;

import static io.daybook.query.testing.Known.ATTRIBUTES;
import static io.daybook.query.testing.Known.at;
import static io.daybook.query.testing.Known.cart;
import static io.daybook.query.testing.Known.category;
import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.euros;
import static io.daybook.query.testing.Known.item;
import static io.daybook.query.testing.Known.order;
import static io.daybook.query.testing.Known.product;
import static io.daybook.query.testing.Known.variant;

import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartEvent.CartItemRepriced;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.cart.CartEvent.MergedItem;
import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.catalog.ProductEvent.ChangedFields;
import io.daybook.catalog.ProductEvent.ProductActivated;
import io.daybook.catalog.ProductEvent.ProductDeactivated;
import io.daybook.catalog.ProductEvent.ProductDeleted;
import io.daybook.catalog.ProductEvent.ProductUpdated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.customer.CustomerEvent.CustomerEmailVerified;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.customer.Email;
import io.daybook.inventory.InventoryEvent;
import io.daybook.inventory.InventoryEvent.InventoryAdjusted;
import io.daybook.inventory.InventoryEvent.InventoryDeducted;
import io.daybook.inventory.InventoryEvent.InventoryReleased;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.inventory.InventoryEvent.LowStockAlert;
import io.daybook.inventory.InventoryEvent.LowStockThresholdSet;
import io.daybook.inventory.InventoryEvent.OutOfStock;
import io.daybook.kernel.Event;
import io.daybook.kernel.id.InventoryId;
import io.daybook.order.OrderEvent;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentOperation;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Random events of a few entities, in no order that makes sense: what a projection makes of them must
/// not depend on how they are put together.
public final class Histories {
  private static final int FEW = 4;

  private final Random random;
  private int time;

  private Histories(Random random) {
    this.random = random;
  }

  public static List<Event> customers(Random random, int many) {
    return new Histories(random).of(many, Histories::customerEvent);
  }

  public static List<Event> products(Random random, int many) {
    return new Histories(random).of(many, Histories::productEvent);
  }

  public static List<Event> stocks(Random random, int many) {
    return new Histories(random).of(many, Histories::stockEvent);
  }

  public static List<Event> carts(Random random, int many) {
    return new Histories(random).of(many, Histories::cartEvent);
  }

  public static List<Event> payments(Random random, int many) {
    return new Histories(random).of(many, Histories::paymentEvent);
  }

  /// With their payments and the erasures of their customers.
  public static List<Event> orders(Random random, int many) {
    return new Histories(random).of(many, Histories::orderEvent);
  }

  private interface Next {
    Event of(Histories histories);
  }

  private List<Event> of(int many, Next next) {
    return IntStream.range(0, many)
        .mapToObj(
            _ -> {
              time++;
              return next.of(this);
            })
        .toList();
  }

  private int few() {
    return 1 + random.nextInt(FEW);
  }

  private Event customerEvent() {
    int number = few();
    return switch (random.nextInt(6)) {
      case 0, 1 -> Shop.registered(number);
      case 2 ->
          new CustomerEmailVerified(
              customer(number), new Email("v" + time + "@example.org"), at(time));
      case 3 -> Shop.erased(number);
      default ->
          new ShippingAddressAdded(
              customer(number),
              Known.address(100 + time),
              "Ada " + time,
              "Street",
              "Berlin",
              null,
              "12209",
              "DE",
              at(time));
    };
  }

  private Event productEvent() {
    int number = few();
    return switch (random.nextInt(8)) {
      case 0 -> new CategoryCreated(category(number), "Category " + time, null, 1, at(time));
      case 1, 2 -> Shop.created(number, "Product " + time);
      case 3 -> new ProductUpdated(product(number), changed(), "staff:usr_7", at(time));
      case 4 -> new ProductActivated(product(number), at(time));
      case 5 -> new ProductDeactivated(product(number), at(time));
      case 6 -> new ProductDeleted(product(number), "staff:usr_7", at(time));
      default ->
          new ProductVariantAdded(
              product(number), variant(100 + time), "V", null, euros(time), ATTRIBUTES, at(time));
    };
  }

  private ChangedFields changed() {
    return new ChangedFields(
        random.nextBoolean() ? "Name " + time : null,
        random.nextBoolean() ? "Description " + time : null,
        random.nextBoolean() ? euros(time) : null,
        random.nextBoolean() ? category(few()) : null);
  }

  private InventoryEvent stockEvent() {
    int number = few();
    InventoryId id = InventoryId.of(product(number), null);
    return switch (random.nextInt(8)) {
      case 0 -> (InventoryEvent) Shop.stocked(number, time);
      case 1 -> new InventoryAdjusted(id, product(number), null, 1, time, "n", "s:u", at(time));
      case 2 -> new InventoryReleased(id, product(number), null, 2, order(1), "x", at(time));
      case 3 -> new InventoryDeducted(id, product(number), null, 3, order(1), at(time));
      case 4 -> new LowStockThresholdSet(id, product(number), null, time, at(time));
      case 5 -> new LowStockAlert(id, product(number), null, 1, 2, at(time));
      case 6 -> new OutOfStock(id, product(number), null, at(time));
      default -> new InventoryReserved(id, product(number), null, time, order(1), at(time), null);
    };
  }

  private CartEvent cartEvent() {
    int number = few();
    int item = few();
    return switch (random.nextInt(9)) {
      case 0 ->
          new CartItemQuantityUpdated(cart(number), item(item), product(item), 1, time, at(time));
      case 1 ->
          new CartItemRepriced(
              cart(number), item(item), product(item), euros(1), euros(time), at(time));
      case 2 ->
          new ItemRemovedFromCart(cart(number), item(item), product(item), null, "R", at(time));
      case 3 ->
          new CartCleared(
              cart(number), null, "C", random.nextBoolean() ? order(1) : null, at(time));
      case 4 -> new CartExpired(cart(number), null, at(0), at(time));
      case 5 ->
          new CartMerged(
              cart(number),
              cart(99),
              customer(few()),
              List.of(
                  new MergedItem(item(1), product(1), null, time, time, euros(1), ATTRIBUTES),
                  new MergedItem(item(2), product(2), null, 1, 1, euros(2), ATTRIBUTES)),
              at(time));
      default ->
          new ItemAddedToCart(
              cart(number),
              random.nextBoolean() ? customer(few()) : null,
              item(item),
              product(item),
              null,
              time,
              time,
              euros(time),
              ATTRIBUTES,
              at(time));
    };
  }

  private PaymentEvent paymentEvent() {
    List<IntFunction<PaymentEvent>> all =
        List.of(
            number -> Payments.requested(number, PaymentOperation.AUTHORIZE, time),
            number -> Payments.requested(number, PaymentOperation.AUTHORIZE, time),
            Payments::redirected,
            Payments::authorized,
            Payments::declined,
            number -> Payments.unknown(number, PaymentOperation.CAPTURE),
            number -> Payments.unknown(number, PaymentOperation.REFUND),
            Payments::resolution,
            Payments::captureRequested,
            Payments::captured,
            Payments::voidRequested,
            Payments::voided,
            number -> Payments.refundRequested(number, 1, time),
            number -> Payments.refunded(number, 1, 1500),
            number -> Payments.refundFailed(number, 1, time),
            Payments::completed,
            number -> Payments.failed(number, PaymentOperation.CAPTURE),
            number -> Payments.failed(number, PaymentOperation.CHARGE));
    return all.get(random.nextInt(all.size())).apply(few());
  }

  private Event orderEvent() {
    int number = few();
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> Orders.startedBy(number, few());
      case 3 -> Orders.placed(number);
      case 4 -> stopped(number);
      case 5 -> Orders.confirmed(number);
      case 6 -> Orders.shipped(number);
      case 7 -> Orders.delivered(number);
      case 8 -> random.nextBoolean() ? Shop.erased(few()) : paymentEvent();
      default -> paymentEvent();
    };
  }

  private OrderEvent stopped(int number) {
    return random.nextBoolean() ? Orders.failed(number) : Orders.cancelled(number);
  }
}
