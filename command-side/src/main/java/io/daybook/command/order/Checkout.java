package io.daybook.command.order;

import static io.daybook.order.OrderRejection.ADDRESS_NOT_FOUND;
import static io.daybook.order.OrderRejection.CART_EMPTY;
import static io.daybook.order.OrderRejection.CART_OF_ANOTHER_CUSTOMER;
import static io.daybook.order.OrderRejection.CHECKOUT_IN_PROGRESS;
import static io.daybook.order.OrderRejection.CUSTOMER_NOT_FOUND;
import static io.daybook.order.OrderRejection.EMAIL_NOT_VERIFIED;
import static io.daybook.order.OrderRejection.PRICE_CHANGED;
import static io.daybook.order.OrderRejection.UNKNOWN_PAYMENT_METHOD;

import io.daybook.command.cart.CartModel;
import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.customer.CustomerModel;
import io.daybook.command.model.DecisionModels;
import io.daybook.command.payment.ShopGateways;
import io.daybook.customer.Address;
import io.daybook.eventstore.Claims;
import io.daybook.kernel.Context;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantPolicy;
import io.daybook.kernel.id.CartId;
import io.daybook.order.LineItem;
import io.daybook.order.OrderCommand.PlaceOrder;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.payment.PaymentMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Turns a customer's cart into the start of an order: everything that can be checked now is checked, and
/// all amounts are computed. The process then reserves the stock and authorises the payment.
@Component
class Checkout {
  private final DecisionModels models;
  private final Claims claims;
  private final TenantPolicy.Source policies;
  private final ShopGateways gateways;
  private final OrderLines lines;
  private final OrderNumbers numbers;

  Checkout(
      DecisionModels models, Claims claims, TenantPolicy.Source policies, ShopGateways gateways) {
    this.models = models;
    this.claims = claims;
    this.policies = policies;
    this.gateways = gateways;
    this.lines = new OrderLines(models);
    this.numbers = new OrderNumbers(claims);
  }

  static boolean isFor(PlaceOrder command, OrderPlacementStarted placement) {
    return placement.customerId().equals(command.customerId())
        && placement.cartId().equals(cartOf(command))
        && placement.paymentMethodId().equals(command.paymentMethodId());
  }

  OrderPlacementStarted start(PlaceOrder command, Context context) {
    termsAreByStaff(command, context);
    Address address = address(command, context);
    shopTakes(command.paymentMethodId());
    CartModel cart = cart(command, context);
    List<LineItem> items = lines.of(cart, command.staffTerms(), context);
    OrderAmounts amounts =
        OrderAmounts.of(items, command.staffTerms(), policies.of(context.tenant()));
    totalIsAsShown(command.expectedTotal(), amounts.total());
    claim(command, context);
    return new OrderPlacementStarted(
        command.orderId(),
        numbers.take(context.tenant(), command.orderId()),
        command.customerId(),
        cartOf(command),
        items,
        amounts.subtotal(),
        amounts.shipping(),
        amounts.tax(),
        amounts.total(),
        address,
        command.paymentMethodId(),
        amounts.shippingByHand() ? context.actor().toString() : null,
        context.at());
  }

  /// The placement failed: the cart can be ordered again, and the customer can be erased.
  void abandon(Context context, OrderPlacementStarted placement) {
    claims.release(
        context.tenant().value(),
        ClaimKinds.CHECKOUT,
        placement.cartId().value(),
        placement.orderId().value());
    close(context, placement);
  }

  /// The order is over: the customer's data may be erased.
  void close(Context context, OrderPlacementStarted placement) {
    claims.release(
        context.tenant().value(),
        ClaimKinds.OPEN_ORDER,
        placement.orderId().value(),
        placement.customerId().value());
  }

  private static void termsAreByStaff(PlaceOrder command, Context context) {
    if (command.staffTerms() != null && !context.actor().isStaff()) {
      throw Rejection.of(KernelRejection.STAFF_ONLY)
          .with("staffTerms", context.actor(), "must be given by staff");
    }
  }

  private static void totalIsAsShown(@Nullable Money expected, Money total) {
    if (expected != null && !expected.equals(total)) {
      throw Rejection.of(PRICE_CHANGED).with("expectedTotal", expected, "is " + total + " now");
    }
  }

  private Address address(PlaceOrder command, Context context) {
    CustomerModel customer = customer(command, context);
    emailIsVerified(command, customer);
    Address address = customer.addresses().get(command.shippingAddressId());
    if (address == null) {
      throw Rejection.of(ADDRESS_NOT_FOUND)
          .with("shippingAddressId", command.shippingAddressId(), "must be the customer's");
    }
    return address;
  }

  /// Relied on, so that no erasure comes between this check and the order.
  private CustomerModel customer(PlaceOrder command, Context context) {
    return models
        .rely(CustomerModel.DEFINITION, context.stream(command.customerId()))
        .filter(known -> !known.erased())
        .orElseThrow(
            () ->
                Rejection.of(CUSTOMER_NOT_FOUND)
                    .with("customerId", command.customerId(), "must be a customer"));
  }

  private static void emailIsVerified(PlaceOrder command, CustomerModel customer) {
    if (!customer.emailVerified()) {
      throw Rejection.of(EMAIL_NOT_VERIFIED)
          .with("customerId", command.customerId(), "must have verified the e-mail address");
    }
  }

  private void shopTakes(String paymentMethodId) {
    if (!gateways.accepts(PaymentMethod.parse(paymentMethodId))) {
      throw Rejection.of(UNKNOWN_PAYMENT_METHOD)
          .with("paymentMethodId", paymentMethodId, "must name a gateway of the shop");
    }
  }

  private CartModel cart(PlaceOrder command, Context context) {
    CartId cartId = cartOf(command);
    CartModel cart = models.find(CartModel.DEFINITION, context.stream(cartId)).orElse(null);
    if (cart == null || cart.lines().isEmpty()) {
      throw Rejection.of(CART_EMPTY).with("cartId", cartId, "must have a line");
    }
    if (!command.customerId().equals(cart.customerId())) {
      throw Rejection.of(CART_OF_ANOTHER_CUSTOMER)
          .with("cartId", cartId, "must be the customer's own; a guest's cart is merged first");
    }
    return cart;
  }

  private void claim(PlaceOrder command, Context context) {
    String tenant = context.tenant().value();
    String order = command.orderId().value();
    if (!claims.take(tenant, ClaimKinds.CHECKOUT, cartOf(command).value(), order)) {
      throw Rejection.of(CHECKOUT_IN_PROGRESS)
          .with("cartId", cartOf(command), "is being ordered by another request");
    }
    claims.take(tenant, ClaimKinds.OPEN_ORDER, order, command.customerId().value());
  }

  private static CartId cartOf(PlaceOrder command) {
    CartId named = command.cartId();
    return named == null ? CartId.of(command.customerId()) : named;
  }
}
