package io.daybook.command.payment;

import static io.daybook.payment.PaymentRejection.AMOUNT_MISMATCH;
import static io.daybook.payment.PaymentRejection.INVALID_STATUS_TRANSITION;
import static io.daybook.payment.PaymentRejection.INVALID_URL;
import static io.daybook.payment.PaymentRejection.UNSUPPORTED_CARD_TYPE;

import io.daybook.command.model.DecisionModels;
import io.daybook.command.order.OrderModel;
import io.daybook.eventstore.Claims;
import io.daybook.kernel.Context;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.OrderId;
import io.daybook.order.OrderStatus;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.InitiatePayPal;
import io.daybook.payment.PaymentCommand.RequestPayment;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentMethod;
import io.daybook.payment.PaymentOperation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the event that requests a payment, once the method is one that the shop takes and the amount is
/// positive. What names an order is [admitted][#admitted] by the order before it is applied.
@Component
class PaymentRequests {
  static final String PAYPAL = "sandbox:paypal";

  private final DecisionModels models;
  private final Claims claims;
  private final ShopGateways gateways;

  PaymentRequests(DecisionModels models, Claims claims, ShopGateways gateways) {
    this.models = models;
    this.claims = claims;
    this.gateways = gateways;
  }

  /// The request as its order takes it. Asked for once: a repeated request was admitted before.
  PaymentRequested admitted(PaymentRequested request, Context context) {
    return dues(context).admitted(request);
  }

  OrderDues dues(Context context) {
    return new OrderDues(models, claims, context);
  }

  /// Whether two requests are the same, apart from the time.
  static boolean same(PaymentRequested request, PaymentRequested first) {
    return request.operation() == first.operation()
        && request.amount().equals(first.amount())
        && request.paymentMethodId().equals(first.paymentMethodId())
        && Objects.equals(request.orderId(), first.orderId())
        && sameCustomer(request, first);
  }

  /// A redirect names no customer, and may be started before the order's process requests the payment. Who
  /// names none pays for the order's own.
  private static boolean sameCustomer(PaymentRequested request, PaymentRequested first) {
    boolean unsaid = first.operation() == PaymentOperation.REDIRECT && first.customerId() == null;
    return unsaid
        || request.customerId() == null
        || request.customerId().equals(first.customerId());
  }

  /// A method that redirects sends no request to the gateway before the customer's browser can be sent
  /// there: this is attempt 0, and [InitiatePayPal] makes the first attempt.
  PaymentRequested authorization(AuthorizePayment command, Context context) {
    boolean redirects = method(command.paymentMethodId()).redirects();
    int attempt = redirects ? 0 : 1;
    return new PaymentRequested(
        command.paymentId(),
        command.orderId(),
        command.customerId(),
        redirects ? PaymentOperation.REDIRECT : PaymentOperation.AUTHORIZE,
        command.paymentMethodId(),
        positive(command.amount()),
        attempt,
        command.paymentId() + "/" + attempt,
        null,
        null,
        context.at());
  }

  PaymentRequested charge(RequestPayment command, Context context) {
    if (method(command.paymentMethodId()).redirects()) {
      throw unsupported(command.paymentMethodId(), "is started by InitiatePayPal");
    }
    return new PaymentRequested(
        command.paymentId(),
        command.orderId(),
        command.customerId(),
        PaymentOperation.CHARGE,
        command.paymentMethodId(),
        positive(command.amount()),
        1,
        command.paymentId() + "/1",
        null,
        null,
        context.at());
  }

  PaymentRequested redirect(
      InitiatePayPal command, @Nullable PaymentRequested first, Context context) {
    OrderId order = first == null ? command.orderId() : first.orderId();
    if (first == null) {
      method(PAYPAL);
    } else if (!first.amount().equals(command.amount())) {
      throw mismatch(command.amount(), first.amount());
    }
    return new PaymentRequested(
        command.paymentId(),
        order,
        first == null ? null : first.customerId(),
        PaymentOperation.REDIRECT,
        first == null ? PAYPAL : first.paymentMethodId(),
        positive(command.amount()),
        1,
        command.paymentId() + "/1",
        url("returnUrl", command.returnUrl()),
        url("cancelUrl", command.cancelUrl()),
        context.at());
  }

  PaymentRequested retry(PaymentHistory payment, Context context) {
    PaymentRequested first = payment.first();
    OrderId order = first.orderId();
    if (order != null && orderFailed(order, context)) {
      throw Rejection.of(INVALID_STATUS_TRANSITION)
          .with("orderId", order, "has failed and needs no payment");
    }
    int attempt = payment.attempt() + 1;
    PaymentRequested again =
        new PaymentRequested(
            first.paymentId(),
            order,
            first.customerId(),
            first.operation(),
            first.paymentMethodId(),
            first.amount(),
            attempt,
            first.paymentId() + "/" + attempt,
            first.returnUrl(),
            first.cancelUrl(),
            context.at());
    return admitted(again, context);
  }

  private boolean orderFailed(OrderId order, Context context) {
    return models
        .rely(OrderModel.DEFINITION, context.stream(order))
        .map(known -> known.status() == OrderStatus.FAILED)
        .orElse(false);
  }

  private PaymentMethod method(String id) {
    PaymentMethod method = PaymentMethod.parse(id);
    if (!gateways.accepts(method)) {
      throw unsupported(id, "must name a gateway of the shop and a token that it takes");
    }
    return method;
  }

  private static Rejection unsupported(String id, String rule) {
    return Rejection.of(UNSUPPORTED_CARD_TYPE).with("paymentMethodId", id, rule);
  }

  private static Rejection mismatch(Money amount, Money expected) {
    return Rejection.of(AMOUNT_MISMATCH).with("amount", amount, "must be " + expected);
  }

  private static Money positive(Money amount) {
    PaymentRules.positive(amount);
    return amount;
  }

  private static String url(String field, String text) {
    try {
      URI uri = new URI(text);
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return text;
      }
    } catch (URISyntaxException e) {
      throw Rejection.of(INVALID_URL).with(field, text, e.getReason());
    }
    throw Rejection.of(INVALID_URL).with(field, text, "must be an absolute http or https URL");
  }
}
