package io.daybook.command.cart.http;

import static io.daybook.http.Route.delete;
import static io.daybook.http.Route.patch;
import static io.daybook.http.Route.post;
import static io.daybook.kernel.Actor.Kind.CUSTOMER;
import static io.daybook.kernel.Actor.Kind.STAFF;

import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.cart.CartCommand.ExpireCart;
import io.daybook.cart.CartCommand.MergeGuestCart;
import io.daybook.cart.CartCommand.RemoveItemFromCart;
import io.daybook.cart.CartCommand.RepriceCartItem;
import io.daybook.cart.CartCommand.RestoreCartItem;
import io.daybook.cart.CartCommand.UpdateCartItemQuantity;
import io.daybook.http.Route;
import io.daybook.http.RouteTable;
import io.daybook.kernel.Command;
import java.util.List;

/// The table of cart routes. A cart is opened without a command: [CartOpening].
public final class CartRoutes implements RouteTable {
  @Override
  public List<Route> routes() {
    return List.of(
        post("/carts/{cartId}/items", AddItemToCart.class, "Put a product into a cart")
            .generating("cartItemId")
            .answeredBy(LineAnswer.class),
        patch(
            "/carts/{cartId}/items/{cartItemId}",
            UpdateCartItemQuantity.class,
            "Change a line's quantity"),
        delete(
            "/carts/{cartId}/items/{cartItemId}",
            RemoveItemFromCart.class,
            "Take a line out of a cart"),
        post(
            "/carts/{cartId}/items/{cartItemId}/restore",
            RestoreCartItem.class,
            "Take a removal back"),
        post(
                "/carts/{guestCartId}/merge",
                MergeGuestCart.class,
                "Merge a guest's cart into the customer's own")
            .by(STAFF, CUSTOMER),
        delete("/carts/{cartId}/items", ClearCart.class, "Empty a cart"));
  }

  @Override
  public List<Class<? extends Command>> sentByProcesses() {
    return List.of(RepriceCartItem.class, ExpireCart.class);
  }
}
