package io.daybook.app.demo;

import static io.daybook.order.OrderStatus.CANCELLED;
import static io.daybook.order.OrderStatus.CONFIRMED;
import static io.daybook.order.OrderStatus.DELIVERED;
import static io.daybook.order.OrderStatus.PENDING;
import static io.daybook.order.OrderStatus.PLACING;
import static io.daybook.order.OrderStatus.SHIPPED;

import io.daybook.app.client.Answer;
import io.daybook.app.client.Refused;
import io.daybook.app.client.Sender;
import io.daybook.app.client.ShopClient;
import io.daybook.app.demo.DemoShop.Choice;
import io.daybook.app.demo.DemoShop.Purchase;
import io.daybook.app.imports.DerivedIds;
import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.kernel.Command;
import io.daybook.kernel.Money;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.kernel.id.RefundId;
import io.daybook.order.OrderCommand.CancelOrder;
import io.daybook.order.OrderCommand.ConfirmOrder;
import io.daybook.order.OrderCommand.DeliverOrder;
import io.daybook.order.OrderCommand.PlaceOrder;
import io.daybook.order.OrderCommand.ShipOrder;
import io.daybook.order.OrderStatus;
import io.daybook.payment.PaymentCommand.InitiatePayPal;
import io.daybook.payment.PaymentCommand.RefundPayment;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Takes an order through its story, from wherever it is.
final class Telling {
  private static final String BACK = "https://shop.example";
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration CAPTURE_PAUSE = Duration.ofMillis(200);
  private static final int CAPTURE_TRIES = 50;

  private final ShopClient client;
  private final DerivedIds ids;
  private final Purchase purchase;
  private final OrderId order;
  private final Sender staff;
  private final Sender shopper;

  /// @param now from which the days are counted back
  Telling(ShopClient client, Sender staff, DerivedIds ids, Purchase purchase, Instant now) {
    this.client = client;
    this.ids = ids;
    this.purchase = purchase;
    this.order = ids.order(key());
    int daysAgo = purchase.story().daysAgo();
    this.staff = daysAgo == 0 ? staff : staff.at(now.minus(DAY.multipliedBy(daysAgo)));
    this.shopper = daysAgo == 0 ? staff.as(purchase.shopper().actor()) : this.staff;
  }

  void tell() throws InterruptedException {
    OrderStatus known =
        client
            .order(staff, order)
            .map(it -> OrderStatus.valueOf(it.path("status").asString()))
            .orElse(null);
    OrderStatus status = known == null ? place() : known;
    if (status == PENDING || status == CONFIRMED || status == SHIPPED) {
      goOn(status, purchase.story().end());
    }
  }

  private void goOn(OrderStatus status, OrderStatus end) throws InterruptedException {
    if (end == CANCELLED) {
      send(new CancelOrder(order, "The customer changed their mind"), 1);
      return;
    }
    if (status == PENDING && end.ordinal() >= CONFIRMED.ordinal()) {
      send(new ConfirmOrder(order), 0);
    }
    if (status != SHIPPED && end.ordinal() >= SHIPPED.ordinal()) {
      send(new ShipOrder(order, "PKG-%06d".formatted(purchase.number() + 1), "Parcel Post"), 1);
    }
    if (end == DELIVERED) {
      send(new DeliverOrder(order), 3);
    }
    if (purchase.story().refunded()) {
      refund();
    }
  }

  private OrderStatus place() throws InterruptedException {
    CartId cart = ids.cart(key());
    int line = 0;
    for (Choice choice : purchase.choices()) {
      client.send(
          shopper,
          new AddItemToCart(
              cart,
              purchase.shopper().id(),
              ids.cartItem(key() + "/" + line++),
              choice.ware().id(),
              choice.variant() == null ? null : choice.variant().id(),
              choice.quantity(),
              Map.of()));
    }
    Money shown = client.totalOf(shopper, command(cart, null)).orElse(null);
    PlaceOrder command = command(cart, shown);
    return purchase.story().isPayPal() ? placeWithPayPal(command) : place(command);
  }

  /// @param shown the total that the customer agrees to
  private PlaceOrder command(CartId cart, @Nullable Money shown) {
    return new PlaceOrder(
        order,
        purchase.shopper().id(),
        purchase.shopper().addressId(),
        purchase.story().payment(),
        cart,
        shown,
        null);
  }

  private OrderStatus place(PlaceOrder command) throws InterruptedException {
    try {
      Answer answer =
          purchase.story().isLeftAlone()
              ? client.send(shopper, command)
              : client.sendAndAwait(shopper, command);
      return OrderStatus.valueOf(answer.text("status"));
    } catch (Refused refused) {
      if (refused.isOfPlacement()) {
        return OrderStatus.FAILED; // as the story goes
      }
      throw refused;
    }
  }

  /// The customer is sent to the gateway's page, and approves there.
  private OrderStatus placeWithPayPal(PlaceOrder command) throws InterruptedException {
    client.send(shopper, command);
    if (purchase.story().isLeftAlone()) {
      return PLACING;
    }
    approve();
    return OrderStatus.valueOf(client.sendAndAwait(shopper, command).text("status"));
  }

  private void approve() throws InterruptedException {
    Answer redirect =
        client.sendAndAwait(
            shopper, new InitiatePayPal(payment(), order, total(), BACK + "/thanks", BACK));
    client.postForm(shopper, URI.create(redirect.text("redirectUrl") + "/approve"));
  }

  /// The money is taken after the shipment, by a process: until then there is none to give back.
  private void refund() throws InterruptedException {
    RefundPayment command =
        new RefundPayment(
            payment(), RefundId.of(ids.uuid("refund", key())), total(), "It did not fit");
    for (int attempt = 1; ; attempt++) {
      try {
        send(command, 5);
        return;
      } catch (Refused refused) {
        if (attempt == CAPTURE_TRIES || !refused.code().equals("INVALID_STATUS_TRANSITION")) {
          throw refused;
        }
      }
      Thread.sleep(CAPTURE_PAUSE);
    }
  }

  private PaymentId payment() {
    return PaymentId.of(order);
  }

  private Money total() throws InterruptedException {
    JsonNode amount = client.order(staff, order).orElseThrow().path("totalAmount");
    return Money.of(amount.path("amountMinor").asLong(), amount.path("currency").asString());
  }

  private void send(Command command, int daysLater) throws InterruptedException {
    Instant at = staff.at();
    client.send(at == null ? staff : staff.at(at.plus(DAY.multipliedBy(daysLater))), command);
  }

  static String key(Purchase purchase) {
    return "order-" + purchase.number();
  }

  private String key() {
    return key(purchase);
  }
}
