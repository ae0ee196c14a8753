package io.daybook.saga.orderplacement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantPolicy;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.payment.PaymentEvent;
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
import io.daybook.saga.AgendaKinds;
import io.daybook.saga.process.CommandSender;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.interceptors.MessageHandlerInterceptor;
import org.axonframework.modelling.saga.EndSaga;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.SagaLifecycle;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/// Places one order: stock, then payment, then the order itself; and follows it until it is shipped
/// or cancelled. A refusal is compensated for: what was done is undone, in reverse.
@ProcessingGroup(OrderPlacementSaga.GROUP)
public class OrderPlacementSaga {
  static final String GROUP = "process-order-placement";

  private static final String ORDER = "orderId";

  @JsonProperty("stage")
  private Stage stage = Stage.RESERVING;

  @JsonProperty("placement")
  private @Nullable Placement placement;

  /// How many of the demands are reserved, from the first on.
  @JsonProperty("reserved")
  private int reserved;

  @JsonProperty("deadlineSet")
  private boolean deadlineSet;

  @JsonProperty("captured")
  private @Nullable Money captured;

  /// Other payments may name the order: a charge for something else, or a second card that staff
  /// try. They decide nothing about its placement.
  @MessageHandlerInterceptor
  void onlyTheOrdersOwnPayment(PaymentEvent event, InterceptorChain handlers) throws Exception {
    if (event.paymentId().equals(placement().paymentId())) {
      handlers.proceed();
    }
  }

  @StartSaga
  @SagaEventHandler(associationProperty = ORDER)
  void on(
      OrderPlacementStarted event,
      CommandSender commands,
      DeadlineManager deadlines,
      TenantPolicy.Source policies) {
    placement = Placement.of(event);
    PlacementActivities activities = activities(commands);
    for (Demand demand : placement.demand()) {
      try {
        if (!activities.reserve(demand)) {
          return; // the event of the refusal follows, and says how little is left
        }
      } catch (Rejection rejection) {
        compensate(activities, deadlines, Failure.notInStock(demand, rejection));
        return;
      }
      reserved++;
    }
    authorize(activities, deadlines, policies);
  }

  private void authorize(
      PlacementActivities activities, DeadlineManager deadlines, TenantPolicy.Source policies) {
    PaymentStatus status;
    try {
      status = activities.authorize();
    } catch (Rejection rejection) {
      compensate(activities, deadlines, Failure.payment(rejection.code().name()));
      return;
    }
    stage = Stage.AWAITING_PAYMENT;
    switch (status) {
      case REQUESTED, REDIRECTED, UNKNOWN -> {
        if (PaymentMethod.parse(placement().paymentMethodId()).redirects()) {
          setDeadline(activities, deadlines, policies);
        }
      }
      case AUTHORIZED -> complete(activities, deadlines); // approved before the order was placed
      case CAPTURED -> {
        captured = placement().totalAmount();
        complete(activities, deadlines);
      }
      case DECLINED, FAILED, VOIDED, REFUNDED ->
          paymentFailed(status.name(), activities, deadlines);
    }
  }

  /// A refusal from before a repeated attempt that reserved the stock after all is passed over.
  @SagaEventHandler(associationProperty = ORDER)
  void on(InventoryReservationRejected event, CommandSender commands, DeadlineManager deadlines) {
    if (stage == Stage.RESERVING) {
      compensate(activities(commands), deadlines, Failure.outOfStock(event));
    }
  }

  @SagaEventHandler(associationProperty = ORDER)
  void on(PaymentAuthorized event, CommandSender commands, DeadlineManager deadlines) {
    if (stage == Stage.AWAITING_PAYMENT) {
      complete(activities(commands), deadlines);
    }
  }

  private void complete(PlacementActivities activities, DeadlineManager deadlines) {
    Rejection rejection = activities.complete();
    if (rejection != null) { // the placement failed while the payment was on its way
      compensate(activities, deadlines, Failure.payment(rejection.code().name()));
      return;
    }
    stage = Stage.PLACED;
    activities.clearCart();
    cancelDeadline(deadlines);
  }

  @SagaEventHandler(associationProperty = ORDER)
  void on(PaymentDeclined event, CommandSender commands, DeadlineManager deadlines) {
    paymentFailed(event.reason(), activities(commands), deadlines);
  }

  /// While the placement waits, only staff can have asked for that.
  @SagaEventHandler(associationProperty = ORDER)
  void on(PaymentVoidRequested event, CommandSender commands, DeadlineManager deadlines) {
    paymentFailed(event.reason(), activities(commands), deadlines);
  }

  @SagaEventHandler(associationProperty = ORDER)
  void on(PaymentVoided event, CommandSender commands, DeadlineManager deadlines) {
    paymentFailed(event.reason(), activities(commands), deadlines);
  }

  @SagaEventHandler(associationProperty = ORDER)
  void on(PaymentFailed event, CommandSender commands, DeadlineManager deadlines) {
    PlacementActivities activities = activities(commands);
    if (stage == Stage.CANCELLED) {
      activities.voidPayment(event.reason());
      SagaLifecycle.end();
    } else {
      paymentFailed(event.reason(), activities, deadlines);
    }
  }

  private void paymentFailed(
      String reason, PlacementActivities activities, DeadlineManager deadlines) {
    if (stage == Stage.AWAITING_PAYMENT) {
      compensate(activities, deadlines, Failure.payment(reason));
    }
  }

  /// The outcome is looked up with the gateway, and never asked for a second time (rule 16).
  @SagaEventHandler(associationProperty = ORDER)
  void on(
      PaymentOutcomeUnknown event,
      CommandSender commands,
      DeadlineManager deadlines,
      TenantPolicy.Source policies) {
    if (stage == Stage.AWAITING_PAYMENT) {
      setDeadline(activities(commands), deadlines, policies);
    }
  }

  /// The order alone decides between this and a payment that comes at the same instant: it is asked
  /// to fail, and refuses if it stands. Only [OrderPlacementFailed] makes the process undo
  /// anything, so no authorisation is voided under an order that was placed.
  @DeadlineHandler(deadlineName = AgendaKinds.PLACEMENT_TIMEOUT)
  void onDeadline(DeadlineMessage<?> deadline, CommandSender commands) {
    activities(commands).timeOut(deadline.getTimestamp());
  }

  /// The placement ended because of its deadline, or because somebody else ended it. Whatever comes
  /// of the payment is voided, now or when it is known.
  @EndSaga
  @SagaEventHandler(associationProperty = ORDER)
  void on(OrderPlacementFailed event, CommandSender commands, DeadlineManager deadlines) {
    PlacementActivities activities = activities(commands);
    if (stage == Stage.AWAITING_PAYMENT) {
      activities.voidPayment(event.code().name());
    }
    activities.release(reservedDemand(), event.code().name());
    cancelDeadline(deadlines);
  }

  @EndSaga
  @SagaEventHandler(associationProperty = ORDER)
  void on(OrderShipped event, CommandSender commands) {
    PlacementActivities activities = activities(commands);
    activities.deduct();
    activities.capture();
  }

  @SagaEventHandler(associationProperty = ORDER)
  void on(OrderCancelled event, CommandSender commands) {
    PlacementActivities activities = activities(commands);
    activities.release(reservedDemand(), event.reason());
    if (captured != null) {
      activities.refund(event.reason());
      SagaLifecycle.end();
      return;
    }
    Rejection rejection = activities.voidPayment(event.reason());
    if (rejection != null && rejection.code() == PaymentRejection.INVALID_STATUS_TRANSITION) {
      stage = Stage.CANCELLED; // its capture is under way
    } else {
      SagaLifecycle.end();
    }
  }

  @SagaEventHandler(associationProperty = ORDER)
  void on(PaymentCaptured event, CommandSender commands) {
    captured = event.amount();
    if (stage == Stage.CANCELLED) {
      activities(commands).refund("CANCELLED");
      SagaLifecycle.end();
    }
  }

  /// The payment is voided last, and even if it was declined: until the order has failed somebody
  /// may try it again, and afterwards nobody can.
  private void compensate(
      PlacementActivities activities, DeadlineManager deadlines, Failure failure) {
    activities.release(reservedDemand(), failure.code().name());
    activities.fail(failure);
    if (stage == Stage.AWAITING_PAYMENT) {
      activities.voidPayment(failure.code().name());
    }
    cancelDeadline(deadlines);
    SagaLifecycle.end();
  }

  private void setDeadline(
      PlacementActivities activities, DeadlineManager deadlines, TenantPolicy.Source policies) {
    if (!deadlineSet) {
      deadlines.schedule(
          policies.of(activities.commands().tenant()).reservation(), AgendaKinds.PLACEMENT_TIMEOUT);
      deadlineSet = true;
    }
  }

  private void cancelDeadline(DeadlineManager deadlines) {
    if (deadlineSet) {
      deadlines.cancelAllWithinScope(AgendaKinds.PLACEMENT_TIMEOUT);
    }
  }

  private PlacementActivities activities(CommandSender commands) {
    return new PlacementActivities(placement(), commands);
  }

  private List<Demand> reservedDemand() {
    return placement().demand().subList(0, reserved);
  }

  private Placement placement() {
    return requireNonNull(placement, "The placement has started");
  }
}
