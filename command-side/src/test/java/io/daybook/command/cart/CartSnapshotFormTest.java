package io.daybook.command.cart;

import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.command.testing.CommandSideTest;
import io.daybook.command.testing.StoredForm;
import io.daybook.kernel.Samples;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.ProductId;
import io.daybook.kernel.id.VariantId;
import java.util.Map;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CartSnapshotFormTest extends CommandSideTest {
  private static final CustomerId CUSTOMER = CustomerId.of(Samples.uuid(1));
  private static final CartId CART = CartId.of(CUSTOMER);
  private static final ProductId PRODUCT = ProductId.of(Samples.uuid(2));

  @Autowired private Serializer serializer;
  private final Cart cart = new Cart();

  @Test
  void a_cart_is_stored_in_the_form_of_its_revision() {
    CartItemId bought = CartItemId.of(Samples.uuid(3));
    CartItemId removed = CartItemId.of(Samples.uuid(4));
    on(added(bought, VariantId.of(Samples.uuid(5)), 4), null);
    on(added(removed, null, 2), null);
    on(new ItemRemovedFromCart(CART, removed, PRODUCT, null, "CUSTOMER", Samples.at(3)), null);
    on(
        new CartItemQuantityUpdated(CART, bought, PRODUCT, 4, 3, Samples.at(4)),
        OrderId.of(Samples.uuid(6)).value());

    new StoredForm(serializer, "Cart.json").holds(cart, "io.daybook.command.cart.Cart", "1");
  }

  private void on(CartEvent event, @Nullable String request) {
    cart.on(event, TenantId.DEFAULT.value(), request);
  }

  private static ItemAddedToCart added(CartItemId line, @Nullable VariantId variant, int quantity) {
    return new ItemAddedToCart(
        CART,
        CUSTOMER,
        line,
        PRODUCT,
        variant,
        quantity,
        quantity + 1,
        Samples.euros(1299),
        Map.of("gift", "yes"),
        Samples.at(quantity));
  }
}
