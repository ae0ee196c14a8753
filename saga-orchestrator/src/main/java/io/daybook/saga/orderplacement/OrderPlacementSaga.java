package io.daybook.saga.orderplacement;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.inventory.InventoryEvent.InventoryReservationRejected;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantPolicy;
import io.daybook.order.OrderEvent.OrderCancelled;
import io.daybook.order.OrderEvent.OrderIssueResolved;
import io.daybook.order.OrderEvent.OrderPlacementCancelRequested;
import io.daybook.order.OrderEvent.OrderPlacementFailed;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import io.daybook.order.OrderEvent.OrderShipped;
import io.daybook.order.OrderIssue;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentMethod;
import io.daybook.payment.PaymentOperation;
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

/// Places one order: stock, then payment, then the order itself; and follows it until it is shipped and
/// paid, or cancelled. A refusal is compensated for: what was done is undone, in reverse.
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

  /// Whether the gateway was asked a last time since the hold of the stock was over.
  @JsonProperty("lookedUp")
  private @Nullable Boolean lookedUp;

  @JsonProperty("settlement")
  private Settlement settlement = Settlement.NOTHING;

  /// Further payments may name the order: a second card that staff try, or what the first did not
  /// bring. They decide nothing about its placement, and go back with it when it is cancelled.
  @MessageHandlerInterceptor
  void theOrdersOwnPaymentDecides(
      PaymentEvent event, InterceptorChain handlers, CommandSender commands) throws Exception {
    if (event.paymentId().equals(placement().paymentId())) {
      handlers.proceed();
    } else {
      settlement = settlement.after(event);
      if (stage == Stage.SHIPPED) {
        endIfPaid(activities(commands));
      }
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
        settlement = settlement.plus(placement().totalAmount());
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
      compensate(activities, deadlines, Failure.notCompleted(rejection));
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
    if (stage == Stage.SHIPPED) {
      paymentIsMissing(event.reason(), activities(commands));
    } else {
      paymentFailed(event.reason(), activities(commands), deadlines);
    }
  }

  @SagaEventHandler(associationProperty = ORDER)
  void on(PaymentFailed event, CommandSender commands, DeadlineManager deadlines) {
    PlacementActivities activities = activities(commands);
    switch (stage) {
      case CANCELLED -> {
        activities.voidPayment(event.reason());
        SagaLifecycle.end();
      }
      case SHIPPED -> {
        if (event.operation() == PaymentOperation.CAPTURE) {
          paymentIsMissing(event.reason(), activities);
        }
      }
      case RESERVING, AWAITING_PAYMENT, PLACED ->
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

  /// The gateway is asked a last time, since a customer may have approved on its page and closed it. Then
  /// the order alone decides between the end and a payment that comes at the same instant: it is asked
  /// to fail, and refuses if it stands. Only [OrderPlacementFailed] makes the process undo
  /// anything, so no authorisation is voided under an order that was placed.
  @DeadlineHandler(deadlineName = AgendaKinds.PLACEMENT_TIMEOUT)
  void onDeadline(
      DeadlineMessage<?> deadline,
      CommandSender commands,
      DeadlineManager deadlines,
      TenantPolicy.Source policies) {
    PlacementActivities activities = activities(commands);
    if (lookedUp != null) {
      activities.timeOut(deadline.getTimestamp());
    } else if (stage == Stage.AWAITING_PAYMENT) {
      lookedUp = true;
      deadlineSet = true;
      activities.lookUp();
      deadlines.schedule(
          activities.lastWait(policies.of(commands.tenant())), AgendaKinds.PLACEMENT_TIMEOUT);
    }
  }

  /// The stock is given up before the order fails: whoever orders again finds it there.
  @SagaEventHandler(associationProperty = ORDER)
  void on(OrderPlacementCancelRequested event, CommandSender commands, DeadlineManager deadlines) {
    if (stage == Stage.RESERVING || stage == Stage.AWAITING_PAYMENT) {
      compensate(activities(commands), deadlines, Failure.cancelled(event.reason()));
    }
  }

  /// The placement ended because of its deadline, or because somebody else ended it. Whatever comes
  /// of the payment is voided, now or when it is known.
  @EndSaga
  @SagaEventHandler(associationProperty = ORDER)
  void on(OrderPlacementFailed event, CommandSender commands, DeadlineManager deadlines) {
    PlacementActivities activities = activities(commands);
    if (paymentMayExist()) {
      activities.giveBack(placement().paymentId(), event.code().name());
    }
    activities.release(reservedDemand(), event.code().name());
    cancelDeadline(deadlines);
  }

  @SagaEventHandler(associationProperty = ORDER)
  void on(OrderShipped event, CommandSender commands) {
    PlacementActivities activities = activities(commands);
    activities.deduct();
    stage = Stage.SHIPPED;
    collect(activities);
  }

  private void collect(PlacementActivities activities) {
    if (!endIfPaid(activities)) {
      Rejection rejection = activities.capture(settlement.held());
      if (rejection != null) {
        paymentIsMissing(rejection.code().name(), activities);
      }
    }
  }

  private boolean endIfPaid(PlacementActivities activities) {
    boolean paid = settlement.isPaid(placement());
    if (paid) {
      activities.paid(settlement);
      SagaLifecycle.end();
    }
    return paid;
  }

  /// The goods are gone. The process stays, and takes notice of whatever brings the money after all.
  private void paymentIsMissing(String reason, PlacementActivities activities) {
    activities.raise(OrderIssue.PAYMENT_MISSING, reason, settlement.open(placement()));
    settlement = settlement.shown();
  }

  /// Staff have seen to it otherwise.
  @SagaEventHandler(associationProperty = ORDER)
  void on(OrderIssueResolved event) {
    if (stage == Stage.SHIPPED && event.issue() == OrderIssue.PAYMENT_MISSING) {
      SagaLifecycle.end();
    }
  }

  @EndSaga
  @SagaEventHandler(associationProperty = ORDER)
  void on(OrderCancelled event, CommandSender commands) {
    PlacementActivities activities = activities(commands);
    activities.release(reservedDemand(), event.reason());
    activities.giveBack(placement().paymentId(), event.reason());
    settlement.furtherPayments().forEach(payment -> activities.giveBack(payment, event.reason()));
  }

  @SagaEventHandler(associationProperty = ORDER)
  void on(PaymentCaptured event, CommandSender commands) {
    settlement = settlement.plus(event.amount());
    if (stage == Stage.CANCELLED) { // by an earlier program, while the capture was under way
      activities(commands).refund("CANCELLED");
      SagaLifecycle.end();
    } else if (stage == Stage.SHIPPED) {
      collect(activities(commands));
    }
  }

  /// Only further payments are charged at once.
  @SagaEventHandler(associationProperty = ORDER)
  void on(PaymentCompleted event) {
    settlement = settlement.plus(event.amount());
  }

  /// The payment goes back last, and even if it was declined: until the order has failed somebody
  /// may try it again, and afterwards nobody can.
  private void compensate(
      PlacementActivities activities, DeadlineManager deadlines, Failure failure) {
    activities.release(reservedDemand(), failure.code().name());
    activities.fail(failure);
    if (paymentMayExist()) {
      activities.giveBack(placement().paymentId(), failure.code().name());
    }
    cancelDeadline(deadlines);
    SagaLifecycle.end();
  }

  /// A customer may have approved on the gateway's page before ordering.
  private boolean paymentMayExist() {
    return stage == Stage.AWAITING_PAYMENT
        || PaymentMethod.parse(placement().paymentMethodId()).redirects();
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
