package io.daybook.command.cart;

import io.daybook.cart.CartRejection;
import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.customer.CustomerModel;
import io.daybook.command.model.DecisionModels;
import io.daybook.eventstore.Claims;
import io.daybook.kernel.Context;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CustomerId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whose a cart is. A cart keeps its first owner. Only a merge takes a guest's cart over, which then belongs
/// to the customer.
record Ownership(DecisionModels models, Claims claims, Context context) {
  /// @param customer null for a guest
  /// @throws Rejection when the cart belongs to somebody else
  void require(CartId cart, @Nullable CartModel known, @Nullable CustomerId customer) {
    if (customer == null) {
      notMerged(cart);
    } else {
      exists(customer);
    }
    if (known != null ? !Objects.equals(known.customerId(), customer) : isKept(cart, customer)) {
      throw foreign(cart);
    }
  }

  void exists(CustomerId customer) {
    if (models
        .find(CustomerModel.DEFINITION, context.stream(customer))
        .filter(known -> !known.erased())
        .isEmpty()) {
      throw Rejection.of(CartRejection.CUSTOMER_NOT_FOUND)
          .with("customerId", customer, "must be a customer");
    }
  }

  /// Takes a guest's cart over; no guest adds to it from here on.
  ///
  /// @return false when this customer took it before
  boolean takeOver(CartId guestCart, CustomerId customer) {
    String tenant = context.tenant().value();
    boolean takenBefore =
        claims.owner(tenant, ClaimKinds.GUEST_CART, guestCart.value()).isPresent();
    if (!claims.take(tenant, ClaimKinds.GUEST_CART, guestCart.value(), customer.value())) {
      throw noGuestCart(guestCart);
    }
    return !takenBefore;
  }

  /// What is in it when the merge is committed: a piece that is added meanwhile is not lost.
  CartModel guestCart(CartId guestCart) {
    return models
        .rely(CartModel.DEFINITION, context.stream(guestCart))
        .filter(cart -> cart.customerId() == null)
        .orElseThrow(() -> noGuestCart(guestCart));
  }

  private void notMerged(CartId cart) {
    String tenant = context.tenant().value();
    if (claims.owner(tenant, ClaimKinds.GUEST_CART, cart.value()).isPresent()) {
      throw foreign(cart);
    }
  }

  /// The id of a customer's own cart has the UUID of the customer: nobody else may open it.
  private boolean isKept(CartId cart, @Nullable CustomerId customer) {
    CustomerId owner = CustomerId.of(cart.uuid());
    return !owner.equals(customer)
        && models.find(CustomerModel.DEFINITION, context.stream(owner)).isPresent();
  }

  private static Rejection foreign(CartId cart) {
    return Rejection.of(CartRejection.CART_OF_ANOTHER_CUSTOMER)
        .with("cartId", cart, "belongs to another customer");
  }

  private static Rejection noGuestCart(CartId cart) {
    return Rejection.of(CartRejection.GUEST_CART_NOT_FOUND)
        .with("guestCartId", cart, "must be a guest's cart");
  }
}
