package io.daybook.cart;

import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.kernel.Capability;
import io.daybook.kernel.Command;
import io.daybook.kernel.Event;
import io.daybook.kernel.RejectionCode;
import io.daybook.kernel.Samples;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.List;
import java.util.Map;

/// The registry's entry of this capability.
public final class CartCapability implements Capability {
  @Override
  public String name() {
    return "cart";
  }

  @Override
  public String summary() {
    return "Carts of guests and customers, until they are ordered or forgotten.";
  }

  @Override
  public List<Class<? extends Command>> commandTypes() {
    return List.of(CartCommand.class);
  }

  @Override
  public List<Class<? extends Event>> eventTypes() {
    return List.of(CartEvent.class);
  }

  @Override
  public List<Class<? extends RejectionCode>> rejectionTypes() {
    return List.of(CartRejection.class);
  }

  @Override
  public List<Event> samples() {
    ProductId product = ProductId.of(Samples.uuid(1));
    return List.of(
        new ItemAddedToCart(
            CartId.of(Samples.uuid(1)),
            CustomerId.of(Samples.uuid(1)),
            CartItemId.of(Samples.uuid(1)),
            product,
            null,
            3,
            3,
            Samples.euros(1200),
            Map.of("gift", "yes"),
            Samples.at(10)),
        new ItemAddedToCart(
            CartId.of(Samples.uuid(1)),
            CustomerId.of(Samples.uuid(1)),
            CartItemId.of(Samples.uuid(2)),
            product,
            VariantId.of(Samples.uuid(1)),
            1,
            1,
            Samples.euros(2100),
            Map.of(),
            Samples.at(11)),
        new ItemRemovedFromCart(
            CartId.of(Samples.uuid(1)),
            CartItemId.of(Samples.uuid(2)),
            product,
            VariantId.of(Samples.uuid(1)),
            "CUSTOMER",
            Samples.at(12)));
  }
}
