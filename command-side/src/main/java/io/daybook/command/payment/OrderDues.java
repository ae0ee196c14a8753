package io.daybook.command.payment;

import static io.daybook.payment.PaymentRejection.AMOUNT_EXCEEDS_OPEN;
import static io.daybook.payment.PaymentRejection.AMOUNT_MISMATCH;
import static io.daybook.payment.PaymentRejection.ORDER_NOT_FOUND;
import static io.daybook.payment.PaymentRejection.ORDER_NOT_PAYABLE;
import static io.daybook.payment.PaymentRejection.ORDER_OF_ANOTHER_CUSTOMER;

import io.daybook.command.claim.ClaimKinds;
import io.daybook.command.model.DecisionModels;
import io.daybook.command.order.OrderModel;
import io.daybook.eventstore.Claims;
import io.daybook.kernel.Context;
import io.daybook.kernel.Money;
import io.daybook.kernel.Processes;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.id.CustomerId;
import io.daybook.kernel.id.OrderId;
import io.daybook.kernel.id.PaymentId;
import io.daybook.order.OrderStatus;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentOperation;
import java.util.Objects;
import java.util.Optional;

/// What an order still wants to be paid. It decides over every payment that names an order, whoever asks
/// for it and in whichever way.
///
/// An order has a payment of its own, with the order's UUID. A placement takes no other, and no other may
/// come before the order (the customer approves at PayPal first). The further payments of an order that
/// stands are numbered by claims: so all of them are found, and of two that are asked for at the same moment
/// the one that is written second is decided again.
record OrderDues(DecisionModels models, Claims claims, Context context) {

  /// The request with the order's customer as the payer.
  ///
  /// @throws Rejection where the order does not take it
  PaymentRequested admitted(PaymentRequested request) {
    OrderId order = request.orderId();
    if (order == null) {
      return request;
    }
    Optional<OrderModel> known = model(order);
    if (known.isEmpty()) {
      mayComeBefore(request, order);
      return request;
    }
    OrderModel model = known.get();
    isPaidByItsCustomer(request, model);
    if (model.status() == OrderStatus.PLACING) {
      isTheOneThatThePlacementWants(request, order, model);
    } else {
      isPayable(model.status(), order);
      isAtMostOpen(request.amount(), open(order, model, request.paymentId()));
      number(order, request.paymentId());
    }
    return paidBy(request, model.customerId());
  }

  /// Money that is held for an order is taken only while the order wants it.
  void mayCapture(PaymentHistory payment, Money amount) {
    OrderId order = payment.first().orderId();
    if (order == null) {
      return;
    }
    model(order)
        .ifPresent(
            model -> {
              isPayable(model.status(), order);
              Money open = open(order, model, payment.first().paymentId());
              isAtMostOpen(amount, open.minus(payment.captured()));
            });
  }

  /// Whether there is an order that stands or is being placed.
  boolean wants(OrderId order) {
    return model(order).filter(model -> isPayable(model.status())).isPresent();
  }

  /// A placement sees its order's failure by itself, and then gives the payment back; everybody else relies
  /// on the order.
  private Optional<OrderModel> model(OrderId order) {
    String stream = context.stream(order);
    return context.actor().equals(Processes.ORDER_PLACEMENT)
        ? models.find(OrderModel.DEFINITION, stream)
        : models.rely(OrderModel.DEFINITION, stream);
  }

  private static void mayComeBefore(PaymentRequested request, OrderId order) {
    if (!isOwn(request.paymentId(), order) || request.operation() != PaymentOperation.REDIRECT) {
      throw Rejection.of(ORDER_NOT_FOUND).with("orderId", order, "does not exist");
    }
  }

  private static void isPaidByItsCustomer(PaymentRequested request, OrderModel model) {
    CustomerId payer = request.customerId();
    if (payer != null && !payer.equals(model.customerId())) {
      throw Rejection.of(ORDER_OF_ANOTHER_CUSTOMER)
          .with("customerId", payer, "must be the order's customer");
    }
  }

  private static void isTheOneThatThePlacementWants(
      PaymentRequested request, OrderId order, OrderModel model) {
    if (!isOwn(request.paymentId(), order) || request.operation() == PaymentOperation.CHARGE) {
      throw notPayable(model.status(), order);
    }
    if (!request.amount().equals(model.totalAmount())) {
      throw Rejection.of(AMOUNT_MISMATCH)
          .with("amount", request.amount(), "must be " + model.totalAmount());
    }
  }

  private static void isPayable(OrderStatus status, OrderId order) {
    if (!isPayable(status)) {
      throw notPayable(status, order);
    }
  }

  private static boolean isPayable(OrderStatus status) {
    return status != OrderStatus.FAILED && status != OrderStatus.CANCELLED;
  }

  private static Rejection notPayable(OrderStatus status, OrderId order) {
    return Rejection.of(ORDER_NOT_PAYABLE).with("orderId", order, "is " + status);
  }

  private static void isAtMostOpen(Money amount, Money open) {
    if (amount.compareTo(open) > 0) {
      throw Rejection.of(AMOUNT_EXCEEDS_OPEN)
          .with("amount", amount, "must be at most " + open + ", which is still to be paid");
    }
  }

  /// The total, less what all other payments have brought or may still bring.
  private Money open(OrderId order, OrderModel model, PaymentId payment) {
    PaymentId own = PaymentId.of(order);
    Money open = model.totalAmount();
    if (!payment.equals(own)) {
      open = open.minus(counted(own, order, model));
    }
    for (int number = 1; ; number++) {
      Optional<PaymentId> further = further(order, number);
      if (further.isEmpty()) {
        return open;
      }
      if (!further.get().equals(payment)) {
        open = open.minus(counted(further.get(), order, model));
      }
    }
  }

  /// A payment of that id may be for something else: whoever asks for one may choose its id.
  private Money counted(PaymentId payment, OrderId order, OrderModel model) {
    return models
        .rely(PaymentModel.DEFINITION, context.stream(payment))
        .map(PaymentModel::payment)
        .filter(known -> order.equals(known.first().orderId()))
        .map(known -> known.counted(context.at()))
        .orElseGet(() -> Money.zero(model.totalAmount().currency()));
  }

  private void number(OrderId order, PaymentId payment) {
    if (isOwn(payment, order)) {
      return;
    }
    int number = 1;
    Optional<PaymentId> known = further(order, number);
    while (known.isPresent() && !known.get().equals(payment)) {
      number++;
      known = further(order, number);
    }
    claims.take(
        context.tenant().value(), ClaimKinds.ORDER_PAYMENT, key(order, number), payment.value());
  }

  private Optional<PaymentId> further(OrderId order, int number) {
    return claims
        .owner(context.tenant().value(), ClaimKinds.ORDER_PAYMENT, key(order, number))
        .map(PaymentId::new);
  }

  private static String key(OrderId order, int number) {
    return order.value() + "/" + number;
  }

  private static boolean isOwn(PaymentId payment, OrderId order) {
    return payment.equals(PaymentId.of(order));
  }

  private static PaymentRequested paidBy(PaymentRequested request, CustomerId customer) {
    return Objects.equals(request.customerId(), customer)
        ? request
        : new PaymentRequested(
            request.paymentId(),
            request.orderId(),
            customer,
            request.operation(),
            request.paymentMethodId(),
            request.amount(),
            request.attempt(),
            request.idempotencyKey(),
            request.returnUrl(),
            request.cancelUrl(),
            request.requestedAt());
  }
}
