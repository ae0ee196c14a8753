package io.daybook.query.testing;

import static io.daybook.query.testing.Known.ATTRIBUTES;
import static io.daybook.query.testing.Known.address;
import static io.daybook.query.testing.Known.at;
import static io.daybook.query.testing.Known.cart;
import static io.daybook.query.testing.Known.category;
import static io.daybook.query.testing.Known.customer;
import static io.daybook.query.testing.Known.euros;
import static io.daybook.query.testing.Known.item;
import static io.daybook.query.testing.Known.order;
import static io.daybook.query.testing.Known.product;
import static io.daybook.query.testing.Known.variant;

import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.catalog.CategoryEvent.CategoryCreated;
import io.daybook.catalog.ProductEvent.ProductCreated;
import io.daybook.catalog.ProductEvent.ProductVariantAdded;
import io.daybook.catalog.ProductStatus;
import io.daybook.customer.CustomerEvent.CustomerDataErased;
import io.daybook.customer.CustomerEvent.CustomerRegistered;
import io.daybook.customer.CustomerEvent.ShippingAddressAdded;
import io.daybook.customer.Email;
import io.daybook.inventory.InventoryEvent.InventoryQuantitySet;
import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.kernel.Event;
import io.daybook.kernel.id.InventoryId;
import io.daybook.payment.PaymentOperation;
import java.util.ArrayList;
import java.util.List;

/// A small shop: what there is, and what a customer does in it.
public final class Shop {
  private Shop() {}

  /// Categories 1 and 2 below it, products 1 and 2, and a variant of product 1.
  public static Event[] catalog() {
    return new Event[] {
      new CategoryCreated(category(1), "Drinks", null, 1, at(0)),
      new CategoryCreated(category(2), "Tea", category(1), 2, at(1)),
      created(1, "Chai"),
      created(2, "Chang"),
      new ProductVariantAdded(product(1), variant(1), "Large", "L", euros(9), ATTRIBUTES, at(4)),
      stocked(1, 10),
      stocked(2, 5)
    };
  }

  public static Event created(int product, String name) {
    return new ProductCreated(
        product(product),
        name,
        "A " + name,
        euros(1200),
        category(2),
        ProductStatus.ACTIVE,
        "staff:usr_7",
        at(product));
  }

  public static Event stocked(int product, int quantity) {
    return new InventoryQuantitySet(
        InventoryId.of(product(product), null),
        product(product),
        null,
        0,
        quantity,
        "count",
        "staff:usr_7",
        at(product));
  }

  public static Event reserved(int product, int quantity) {
    return new InventoryReserved(
        InventoryId.of(product(product), null),
        product(product),
        null,
        quantity,
        order(1),
        at(20),
        at(35));
  }

  public static Event registered(int number) {
    return new CustomerRegistered(
        customer(number),
        new Email("c" + number + "@example.org"),
        "Ada",
        "Number " + number,
        null,
        null,
        at(number));
  }

  public static Event moved(int number) {
    return new ShippingAddressAdded(
        customer(number),
        address(number),
        "Ada",
        "Obere Str. 57",
        "Berlin",
        null,
        "12209",
        "DE",
        at(number));
  }

  public static Event erased(int number) {
    return new CustomerDataErased(customer(number), Known.uuid(99), at(90));
  }

  /// Two lines, of which the second was taken out again.
  public static Event[] cartOf(int number) {
    return new Event[] {
      added(number, 1),
      added(number, 2),
      new ItemRemovedFromCart(cart(number), item(2), product(2), null, "CUSTOMER", at(9))
    };
  }

  private static Event added(int number, int product) {
    return new ItemAddedToCart(
        cart(number),
        customer(number),
        item(product),
        product(product),
        null,
        3,
        3,
        euros(1000),
        ATTRIBUTES,
        at(number));
  }

  /// One of everything: a catalogue with stock, a cart, and an order that went all the way.
  public static Event[] everything(int number) {
    List<Event> events = new ArrayList<>(List.of(catalog()));
    events.addAll(List.of(placed(number)));
    events.addAll(List.of(cartOf(number)));
    events.add(reserved(1, 2));
    events.add(OrderEvents.confirmed(number));
    events.add(OrderEvents.shipped(number));
    events.add(OrderEvents.delivered(number));
    return events.toArray(Event[]::new);
  }

  /// A customer, and an order of hers that was placed, with its payment.
  public static Event[] placed(int number) {
    return new Event[] {
      registered(number),
      moved(number),
      OrderEvents.started(number),
      PaymentEvents.requested(number, PaymentOperation.AUTHORIZE, 1),
      PaymentEvents.authorized(number),
      OrderEvents.placed(number)
    };
  }

  public static Event[] placed(int from, int to) {
    List<Event> events = new ArrayList<>();
    for (int number = from; number <= to; number++) {
      events.addAll(List.of(placed(number)));
    }
    return events.toArray(Event[]::new);
  }
}
