package io.daybook.app.demo;

import io.daybook.app.client.Sender;
import io.daybook.app.client.ShopClient;
import io.daybook.app.demo.DemoShop.Choice;
import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartCommand.MergeGuestCart;
import io.daybook.kernel.Actor;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.CartId;
import java.util.List;
import java.util.Map;

/// People who put things into carts: some leave, some log in and find them in their own cart.
record Visits(ShopClient client, TenantId tenant, DemoShop shop) {
  void guest(int number) throws InterruptedException {
    fill(cart("guest-" + number), shop.cartOf(number));
  }

  void login(int visitor) throws InterruptedException {
    CartId cart = cart("visitor-" + visitor);
    Shopper shopper = shop.visitors().get(visitor);
    fill(cart, shop.cartOf(visitor));
    client.send(new Sender(tenant, shopper.actor(), null), new MergeGuestCart(cart, shopper.id()));
  }

  private void fill(CartId cart, List<Choice> choices) throws InterruptedException {
    Sender guest = new Sender(tenant, Actor.ANONYMOUS, null);
    int line = 0;
    for (Choice choice : choices) {
      client.send(
          guest,
          new AddItemToCart(
              cart,
              null,
              shop.ids().cartItem(cart + "/" + line++),
              choice.ware().id(),
              choice.variant() == null ? null : choice.variant().id(),
              choice.quantity(),
              Map.of()));
    }
  }

  private CartId cart(String key) {
    return shop.ids().cart(key);
  }
}
