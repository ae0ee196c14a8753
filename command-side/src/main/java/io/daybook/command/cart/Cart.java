package io.daybook.command.cart;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.cart.CartCommand.AddItemToCart;
import io.daybook.cart.CartCommand.ClearCart;
import io.daybook.cart.CartCommand.ExpireCart;
import io.daybook.cart.CartCommand.MergeGuestCart;
import io.daybook.cart.CartCommand.RemoveItemFromCart;
import io.daybook.cart.CartCommand.RepriceCartItem;
import io.daybook.cart.CartCommand.RestoreCartItem;
import io.daybook.cart.CartCommand.UpdateCartItemQuantity;
import io.daybook.cart.CartEvent;
import io.daybook.cart.CartEvent.CartCleared;
import io.daybook.cart.CartEvent.CartExpired;
import io.daybook.cart.CartEvent.CartItemQuantityUpdated;
import io.daybook.cart.CartEvent.CartItemRepriced;
import io.daybook.cart.CartEvent.CartMerged;
import io.daybook.cart.CartEvent.ItemAddedToCart;
import io.daybook.cart.CartEvent.ItemRemovedFromCart;
import io.daybook.cart.CartRejection;
import io.daybook.command.cart.ProductOffers.Offer;
import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.model.DecisionModels;
import io.daybook.command.snapshot.Snapshots;
import io.daybook.eventstore.Claims;
import io.daybook.eventstore.EngineBeans;
import io.daybook.eventstore.StreamName;
import io.daybook.eventstore.TypeAlias;
import io.daybook.kernel.Context;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.CartId;
import io.daybook.kernel.id.CartItemId;
import io.daybook.kernel.id.OrderId;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// A cart reserves no stock. Its quantities are capped by the stock when they are chosen, and the order
/// checks the stock again. A customer's own cart lives as long as the customer.
@Aggregate(
    type = "Cart",
    snapshotTriggerDefinition = Snapshots.EVERY_FIFTY_EVENTS,
    cache = EngineBeans.AGGREGATE_CACHE)
@TypeAlias("io.daybook.command.cart.Cart")
@Revision("1")
class Cart {
  /// The metadata of an event that says which line or order was named by whoever asked for it, where
  /// the payload names another: it tells a repetition.
  static final String REQUEST = "request";

  @AggregateIdentifier
  @JsonProperty("stream")
  private @Nullable String stream;

  @JsonProperty("contents")
  private CartModel contents = CartModel.NEW;

  @JsonProperty("memory")
  private CartHistory history = new CartHistory();

  Cart() {}

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(AddItemToCart command, Context context, DecisionModels models, Claims claims) {
    CartRules.quantityFrom(1, command.quantity());
    new Ownership(models, claims, context)
        .require(command.cartId(), stream == null ? null : contents, command.customerId());
    if (isRepeated(command)) {
      return;
    }
    Offer offer = new ProductOffers(models, context).of(command.productId(), command.variantId());
    add(CartAddition.of(command), offer, context);
  }

  @CommandHandler
  void handle(
      UpdateCartItemQuantity command,
      Context context,
      DecisionModels models,
      TenantPolicy.Source policies) {
    CartRules.quantityFrom(0, command.quantity());
    if (command.quantity() == 0) {
      remove(command.cartId(), command.cartItemId(), RemovalReason.CUSTOMER, context, policies);
      return;
    }
    CartItem line = line(command.cartItemId());
    if (line.quantity() != command.quantity()) {
      ProductOffers offers = new ProductOffers(models, context);
      CartRules.notMoreThan(
          offers.available(line.productId(), line.variantId()), command.quantity());
      apply(updated(command.cartId(), line, command.quantity(), context));
    }
  }

  @CommandHandler
  void handle(RemoveItemFromCart command, Context context, TenantPolicy.Source policies) {
    String reason = command.reason() == null ? RemovalReason.CUSTOMER : command.reason();
    remove(command.cartId(), command.cartItemId(), reason, context, policies);
  }

  @CommandHandler
  void handle(
      RestoreCartItem command,
      Context context,
      DecisionModels models,
      TenantPolicy.Source policies) {
    if (contents.line(command.cartItemId()).isPresent()) {
      return;
    }
    CartItem line =
        restorable(command.cartItemId(), context, policies)
            .orElseThrow(
                () ->
                    Rejection.of(CartRejection.NOTHING_TO_RESTORE)
                        .with("cartItemId", command.cartItemId(), "was not removed just now"));
    Offer offer = new ProductOffers(models, context).of(line.productId(), line.variantId());
    add(CartAddition.of(command.cartId(), contents, line), offer, context);
  }

  @CommandHandler
  void handle(RepriceCartItem command, Context context) {
    CartItem line = line(command.cartItemId());
    Money price = command.unitPrice();
    if (!line.unitPrice().equals(price)) {
      CartRules.sameCurrency(contents, line.cartItemId(), price);
      apply(
          new CartItemRepriced(
              command.cartId(),
              line.cartItemId(),
              line.productId(),
              line.unitPrice(),
              price,
              context.at()));
    }
  }

  @CommandHandler
  @CreationPolicy(CREATE_IF_MISSING)
  void handle(MergeGuestCart command, Context context, DecisionModels models, Claims claims) {
    Ownership ownership = new Ownership(models, claims, context);
    ownership.exists(command.customerId());
    if (ownership.takeOver(command.guestCartId(), command.customerId())) {
      CartModel guest = ownership.guestCart(command.guestCartId());
      apply(
          new CartMerged(
              command.cartId(),
              command.guestCartId(),
              command.customerId(),
              new GuestMerge(contents, guest, new ProductOffers(models, context)).items(),
              context.at()));
    }
  }

  @CommandHandler
  void handle(ClearCart command, Context context, Claims claims) {
    OrderId order = command.orderId();
    if (order != null) {
      CartRules.mayClearForAnOrder(context);
      claims.release(
          context.tenant().value(), ClaimKinds.CHECKOUT, command.cartId().value(), order.value());
    }
    if (contents.isEmpty() || (order != null && history.wasTakenBy(order))) {
      return;
    }
    Map<CartItemId, Integer> ordered = command.ordered();
    if (order == null || ordered == null || takesAll(ordered)) {
      apply(
          new CartCleared(
              command.cartId(), contents.customerId(), command.reason(), order, context.at()));
    } else {
      take(command.cartId(), ordered, order, context);
    }
  }

  @CommandHandler
  void handle(ExpireCart command, Context context) {
    if (contents.isEmpty()) {
      return;
    }
    if (contents.lastActivity().isAfter(command.inactiveSince())) {
      throw Rejection.of(CartRejection.CART_STILL_ACTIVE)
          .with("inactiveSince", command.inactiveSince(), "must not be before the last use");
    }
    apply(
        new CartExpired(
            command.cartId(), contents.customerId(), contents.lastActivity(), context.at()));
  }

  @EventSourcingHandler
  void on(
      CartEvent event,
      @MetaDataValue(Meta.TENANT_ID) String tenant,
      @MetaDataValue(REQUEST) @Nullable String request) {
    stream = new StreamName(tenant, event.cartId().value()).toString();
    history.on(event, contents, request);
    contents = CartModel.after(contents, event);
  }

  /// @throws Rejection when the id was used for something else
  private boolean isRepeated(AddItemToCart command) {
    Optional<CartItem> line = contents.line(command.cartItemId());
    Optional<CartHistory.Added> added = history.added(command.cartItemId());
    if (added.isEmpty() && line.isEmpty()) {
      return false;
    }
    boolean same =
        added
            .map(known -> known.isWhat(command))
            .orElseGet(() -> line.orElseThrow().isOf(command.productId(), command.variantId()));
    if (!same) {
      throw CartRules.taken(command.cartItemId());
    }
    return true;
  }

  private void add(CartAddition addition, Offer offer, Context context) {
    Optional<CartItem> line = contents.lineOf(addition.productId(), addition.variantId());
    CartItemId id = line.map(CartItem::cartItemId).orElse(addition.cartItemId());
    CartRules.sameCurrency(contents, id, offer.price());
    int inCart = line.map(CartItem::quantity).orElse(0);
    int quantity =
        CartRules.capped(addition.productId(), addition.quantity(), inCart, offer.available());
    apply(
        new ItemAddedToCart(
            addition.cartId(),
            addition.customerId(),
            id,
            addition.productId(),
            addition.variantId(),
            quantity,
            addition.quantity(),
            offer.price(),
            addition.attributesOver(line),
            context.at()),
        MetaData.with(REQUEST, addition.cartItemId().value()));
  }

  private void remove(
      CartId cart, CartItemId id, String reason, Context context, TenantPolicy.Source policies) {
    Optional<CartItem> line = contents.line(id);
    if (line.isEmpty() && restorable(id, context, policies).isEmpty()) {
      throw CartRules.notInCart(id);
    }
    line.ifPresent(present -> apply(removed(cart, present, reason, context)));
  }

  private boolean takesAll(Map<CartItemId, Integer> ordered) {
    return contents.lines().stream()
        .allMatch(line -> ordered.getOrDefault(line.cartItemId(), 0) >= line.quantity());
  }

  /// Leaves what the order did not take: lines and pieces that came after it.
  private void take(CartId cart, Map<CartItemId, Integer> ordered, OrderId order, Context context) {
    MetaData request = MetaData.with(REQUEST, order.value());
    for (CartItem line : contents.lines()) {
      int quantity = ordered.getOrDefault(line.cartItemId(), 0);
      if (quantity >= line.quantity()) {
        apply(removed(cart, line, RemovalReason.ORDERED, context), request);
      } else if (quantity > 0) {
        apply(updated(cart, line, line.quantity() - quantity, context), request);
      }
    }
  }

  private Optional<CartItem> restorable(
      CartItemId id, Context context, TenantPolicy.Source policies) {
    return history.restorable(id, context.at(), policies.of(context.tenant()).cartUndo());
  }

  private CartItem line(CartItemId id) {
    return contents.line(id).orElseThrow(() -> CartRules.notInCart(id));
  }

  private static CartItemQuantityUpdated updated(
      CartId cart, CartItem line, int quantity, Context context) {
    return new CartItemQuantityUpdated(
        cart, line.cartItemId(), line.productId(), line.quantity(), quantity, context.at());
  }

  private static ItemRemovedFromCart removed(
      CartId cart, CartItem line, String reason, Context context) {
    return new ItemRemovedFromCart(
        cart, line.cartItemId(), line.productId(), line.variantId(), reason, context.at());
  }
}
