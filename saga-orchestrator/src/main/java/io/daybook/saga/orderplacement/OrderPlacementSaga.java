package io.daybook.saga.orderplacement;

import static java.util.Objects.requireNonNull;

import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentMethod;
import io.daybook.payment.PaymentRejection;
import io.daybook.payment.PaymentStatus;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/// Places one order: stock, then payment, then the order itself; and follows it until it is shipped
/// or cancelled. A refusal undoes what was done, in reverse.
@ProcessingGroup(OrderPlacementSaga.GROUP)
public class OrderPlacementSaga {
  static final String GROUP = "process-order-placement";

  private @Nullable Placement placement;
  private Stage stage = Stage.RESERVING;

  /// How many of the demands are held, from the first on.
  private int held;

  private boolean watched;
  private @Nullable Money captured;

  @StartSaga
  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(OrderPlacementStarted event, EventMessage<?> message, PlacementDesk desk) {
    placement = Placement.of(event);
    PlacementSteps steps = desk.steps(placement, message);
    for (Demand demand : placement.demand()) {
      try {
        if (!steps.reserve(demand)) {
          return; // how little is left comes with the event of the refusal
        }
      } catch (Rejection rejection) {
        giveUp(steps, Failure.notInStock(demand, rejection));
        return;
      }
      held++;
    }
    authorize(steps);
  }

  private void authorize(PlacementSteps steps) {
    PaymentStatus status;
    try {
      status = steps.authorize();
    } catch (Rejection rejection) {
      giveUp(steps, Failure.payment(rejection.code().name()));
      return;
    }
    stage = Stage.AWAITING_PAYMENT;
    switch (status) {
      case REQUESTED, REDIRECTED, UNKNOWN -> await(steps);
      case AUTHORIZED -> complete(steps); // the customer was at the gateway before the order was
      case CAPTURED -> {
        captured = placement().totalAmount();
        complete(steps);
      }
      case DECLINED, FAILED, VOIDED, REFUNDED -> failed(status.name(), steps);
    }
  }

  private void await(PlacementSteps steps) {
    if (PaymentMethod.parse(placement().paymentMethodId()).redirects()) {
      watch(steps);
    }
  }

  /// A refusal that came before a repeated attempt held the stock after all is of no interest.
  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(InventoryReservationRejected event, EventMessage<?> message, PlacementDesk desk) {
    if (stage == Stage.RESERVING) {
      giveUp(desk.steps(placement(), message), Failure.outOfStock(event));
    }
  }

  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(PaymentAuthorized event, EventMessage<?> message, PlacementDesk desk) {
    if (stage != Stage.AWAITING_PAYMENT) {
      return;
    }
    complete(desk.steps(placement(), message));
  }

  private void complete(PlacementSteps steps) {
    Rejection rejection = steps.complete();
    if (rejection != null) { // the placement failed while the payment was on its way
      giveUp(steps, Failure.payment(rejection.code().name()));
      return;
    }
    stage = Stage.PLACED;
    steps.clearCart();
    unwatch(steps);
  }

  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(PaymentDeclined event, EventMessage<?> message, PlacementDesk desk) {
    failed(event.reason(), desk.steps(placement(), message));
  }

  /// While the placement waits, only staff can have asked for that.
  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(PaymentVoidRequested event, EventMessage<?> message, PlacementDesk desk) {
    failed(event.reason(), desk.steps(placement(), message));
  }

  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(PaymentVoided event, EventMessage<?> message, PlacementDesk desk) {
    failed(event.reason(), desk.steps(placement(), message));
  }

  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(PaymentFailed event, EventMessage<?> message, PlacementDesk desk) {
    PlacementSteps steps = desk.steps(placement(), message);
    if (stage == Stage.CANCELLED) {
      steps.voidPayment(event.reason());
      SagaLifecycle.end();
    } else {
      failed(event.reason(), steps);
    }
  }

  private void failed(String reason, PlacementSteps steps) {
    if (stage == Stage.AWAITING_PAYMENT) {
      giveUp(steps, Failure.payment(reason));
    }
  }

  /// The outcome is found out with the gateway, and never asked for a second time (rule 16).
  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(PaymentOutcomeUnknown event, EventMessage<?> message, PlacementDesk desk) {
    if (stage == Stage.AWAITING_PAYMENT) {
      watch(desk.steps(placement(), message));
    }
  }

  /// Somebody else ended the placement, and the time did if nobody else: whatever comes of the
  /// payment is voided, now or when it is known.
  @EndSaga
  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(OrderPlacementFailed event, EventMessage<?> message, PlacementDesk desk) {
    PlacementSteps steps = desk.steps(placement(), message);
    if (stage == Stage.AWAITING_PAYMENT) {
      steps.voidPayment(event.code().name());
    }
    steps.release(held(), event.code().name());
    unwatch(steps);
  }

  @EndSaga
  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(OrderShipped event, EventMessage<?> message, PlacementDesk desk) {
    PlacementSteps steps = desk.steps(placement(), message);
    steps.deduct();
    steps.capture();
  }

  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(OrderCancelled event, EventMessage<?> message, PlacementDesk desk) {
    PlacementSteps steps = desk.steps(placement(), message);
    steps.release(held(), event.reason());
    if (captured != null) {
      steps.refund(event.reason());
      SagaLifecycle.end();
      return;
    }
    Rejection rejection = steps.voidPayment(event.reason());
    if (rejection != null && rejection.code() == PaymentRejection.INVALID_STATUS_TRANSITION) {
      stage = Stage.CANCELLED; // its capture is under way
    } else {
      SagaLifecycle.end();
    }
  }

  @SagaEventHandler(
      associationProperty = TenantScoped.PROPERTY,
      associationResolver = TenantScoped.class)
  void on(PaymentCaptured event, EventMessage<?> message, PlacementDesk desk) {
    captured = event.amount();
    if (stage == Stage.CANCELLED) {
      desk.steps(placement(), message).refund("CANCELLED");
      SagaLifecycle.end();
    }
  }

  /// The payment is voided though it was declined, and last: somebody may have tried it again before
  /// the order had failed, and nobody can any more.
  private void giveUp(PlacementSteps steps, Failure failure) {
    steps.release(held(), failure.code().name());
    steps.fail(failure);
    if (stage == Stage.AWAITING_PAYMENT) {
      steps.voidPayment(failure.code().name());
    }
    unwatch(steps);
    SagaLifecycle.end();
  }

  private void watch(PlacementSteps steps) {
    if (!watched) {
      steps.watch();
      watched = true;
    }
  }

  private void unwatch(PlacementSteps steps) {
    if (watched) {
      steps.unwatch();
    }
  }

  private List<Demand> held() {
    return placement().demand().subList(0, held);
  }

  private Placement placement() {
    return requireNonNull(placement, "The placement has started");
  }
}
