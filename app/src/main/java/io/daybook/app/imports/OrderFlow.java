package io.daybook.app.imports;

import io.daybook.app.client.Refused;
import io.daybook.app.client.Sender;
import io.daybook.app.client.ShopClient;
import io.daybook.app.imports.ImportedOrder.Shipment;
import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.kernel.Uuid7;
import io.daybook.kernel.id.CartItemId;
import io.daybook.order.OrderCommand.ConfirmOrder;
import io.daybook.order.OrderCommand.PlaceOrder;
import io.daybook.order.OrderCommand.ShipOrder;
import io.daybook.order.OrderStatus;
import io.daybook.order.StaffTerms;
import io.daybook.order.StaffTerms.LineTerms;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Brings one order to where the input says that it stands: from the cart through the placement to
/// the shipment. It goes on from wherever an earlier run was stopped.
public final class OrderFlow {
  private static final String PAYMENT = "manual:invoice";
  private static final int PLACEMENT_TRIES = 10;

  private final ShopClient client;
  private final Sender staff;

  public OrderFlow(ShopClient client, Sender staff) {
    this.client = client;
    this.staff = staff;
  }

  /// @param fresh the order cannot have been begun before, which saves asking
  /// @return the refusal, if the order is refused by a rule of the shop
  public Optional<Refusal> bring(ImportedOrder imported, boolean fresh)
      throws InterruptedException {
    Optional<JsonNode> known = fresh ? Optional.empty() : client.order(staff, imported.orderId());
    if (known.isEmpty()) {
      fillCart(imported);
    }
    try {
      OrderStatus status =
          known.map(OrderFlow::statusOf).filter(it -> it != OrderStatus.PLACING).orElse(null);
      follow(imported, status == null ? placeFromCart(imported) : status);
      return known.filter(it -> it.has("code")).map(OrderFlow::failure);
    } catch (Refused refused) {
      if (refused.status() != 422) {
        throw refused;
      }
      emptyCart(imported, refused);
      return Optional.of(Refusal.of(refused));
    }
  }

  private void fillCart(ImportedOrder imported) throws InterruptedException {
    for (ImportedOrder.Line line : imported.lines()) {
      add(imported, line, line.itemId());
    }
  }

  /// Adding a line is harmless to repeat, so a line that was cleared away comes back under a new id
  /// only: an earlier run was refused this order, and is to be refused or not once more.
  private void refillCart(ImportedOrder imported) throws InterruptedException {
    for (ImportedOrder.Line line : imported.lines()) {
      add(imported, line, CartItemId.of(Uuid7.at(imported.placedAt())));
    }
  }

  private void add(ImportedOrder imported, ImportedOrder.Line line, CartItemId id)
      throws InterruptedException {
    client.send(
        staff.at(imported.placedAt()),
        new AddItemToCart(
            imported.cartId(),
            imported.customerId(),
            id,
            line.productId(),
            null,
            line.quantity(),
            line.attributes()));
  }

  private OrderStatus placeFromCart(ImportedOrder imported) throws InterruptedException {
    try {
      return place(imported);
    } catch (Refused refused) {
      if (!refused.code().equals("CART_EMPTY")) {
        throw refused;
      }
      refillCart(imported);
      return place(imported);
    }
  }

  /// Repeating a placement places nothing twice; it waits on.
  private OrderStatus place(ImportedOrder imported) throws InterruptedException {
    PlaceOrder command =
        new PlaceOrder(
            imported.orderId(),
            imported.customerId(),
            imported.addressId(),
            PAYMENT,
            imported.cartId(),
            null,
            new StaffTerms(
                imported.lines().stream().map(OrderFlow::terms).toList(), imported.shippingCost()));
    for (int attempt = 0; attempt < PLACEMENT_TRIES; attempt++) {
      OrderStatus status =
          statusOf(client.sendAndAwait(staff.at(imported.placedAt()), command).body());
      if (status != OrderStatus.PLACING) {
        return status;
      }
    }
    throw new IllegalStateException("The placement of " + imported.orderId() + " does not end");
  }

  private void follow(ImportedOrder imported, OrderStatus status) throws InterruptedException {
    if (imported.confirmedAt() != null && status == OrderStatus.PENDING) {
      client.send(staff.at(imported.confirmedAt()), new ConfirmOrder(imported.orderId()));
      status = OrderStatus.CONFIRMED;
    }
    Shipment shipment = imported.shipment();
    if (shipment != null && status == OrderStatus.CONFIRMED) {
      client.send(
          staff.at(shipment.at()),
          new ShipOrder(imported.orderId(), shipment.trackingNumber(), shipment.carrier()));
    }
  }

  /// A placement that was begun and failed keeps its lines for another try; here there is none.
  private void emptyCart(ImportedOrder imported, Refused why) throws InterruptedException {
    client.send(
        staff.at(imported.placedAt()), new ClearCart(imported.cartId(), why.code(), null, null));
  }

  private static LineTerms terms(ImportedOrder.Line line) {
    return new LineTerms(line.productId(), null, line.unitPrice(), line.discountRate());
  }

  private static OrderStatus statusOf(JsonNode order) {
    return OrderStatus.valueOf(order.path("status").asString());
  }

  private static Refusal failure(JsonNode order) {
    return new Refusal(order.path("code").asString(""), order.path("reason").asString(""));
  }
}
