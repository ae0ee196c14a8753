package io.daybook.command.payment;

import static io.daybook.payment.PaymentRejection.PAYMENT_ID_TAKEN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.command.payment.PaymentState.Captured;
import io.daybook.command.payment.PaymentState.Captured.Refund;
import io.daybook.command.payment.PaymentState.Held;
import io.daybook.command.payment.PaymentState.OpenRequest;
import io.daybook.eventstore.EngineBeans;
import io.daybook.kernel.Context;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import io.daybook.kernel.id.OrderId;
import io.daybook.payment.DeclineKind;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.InitiatePayPal;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.payment.PaymentCommand.RefundPayment;
import io.daybook.payment.PaymentCommand.RequestPayment;
import io.daybook.payment.PaymentCommand.ResolvePayment;
import io.daybook.payment.PaymentCommand.RetryPayment;
import io.daybook.payment.PaymentCommand.ReturnUnwantedPayment;
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentResolutionRequested;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentStatus;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// A payment records a request to the gateway before the request is sent, with an idempotency key: the
/// gateway handles a request once, however often it is sent. So no crash charges anybody twice.
@Aggregate(type = "Payment", cache = EngineBeans.AGGREGATE_CACHE)
class Payment {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable PaymentHistory history;

  Payment() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  PaymentStatus handle(AuthorizePayment command, Context context, PaymentRequests requests) {
    begin(requests.authorization(command, context), context, requests);
    return payment().status();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestPayment command, Context context, PaymentRequests requests) {
    begin(requests.charge(command, context), context, requests);
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(InitiatePayPal command, Context context, PaymentRequests requests) {
    PaymentRequested first = history == null ? null : history.first();
    PaymentRequested redirect = requests.redirect(command, first, context);
    if (history == null || PaymentRules.redirectMayStart(history)) {
      apply(requests.admitted(redirect, context));
    }
  }

  @CommandHandler
  void handle(CapturePayment command, Context context, PaymentRequests requests) {
    PaymentHistory payment = payment();
    PaymentRequested first = payment.first();
    if (payment.isOpen(PaymentOperation.CAPTURE) || payment.hasCaptured(command.amount())) {
      return;
    }
    Held held = PaymentRules.held(payment);
    Money amount = command.amount() == null ? held.amount() : command.amount();
    if (context.actor().isProcess() && held.hasExpired(context.at())) {
      apply(PaymentRules.expired(first, amount, context.at())); // No caller is there to be refused.
      return;
    }
    mayBeCaptured(amount, held, payment, context, requests);
    apply(
        new PaymentCaptureRequested(
            command.paymentId(),
            first.orderId(),
            amount,
            held.authorizationId(),
            first.paymentMethodId(),
            key(context, "capture"),
            context.at()));
  }

  @CommandHandler
  void handle(VoidPayment command, Context context) {
    PaymentRules.noMoneyMayBeMoving(payment());
    if (payment().state() instanceof Captured) {
      throw PaymentRules.transition(payment(), "void");
    }
    applyAll(back(context).requests(command.reason()));
  }

  @CommandHandler
  void handle(RefundPayment command, Context context) {
    PaymentHistory payment = payment();
    Refund earlier = payment.refunds().get(command.refundId());
    if (earlier != null) {
      PaymentRules.sameRefund(command, earlier);
      return;
    }
    Captured captured = PaymentRules.captured(payment, "refund");
    Money amount = command.amount() == null ? captured.refundable() : command.amount();
    if (command.amount() == null && !amount.isPositive()) {
      return; // All of it was given back, or will be.
    }
    PaymentRules.positive(amount);
    PaymentRules.atMostRefundable(amount, captured.refundable());
    apply(back(context).refund(captured, command.refundId(), amount, command.reason()));
  }

  @CommandHandler
  void handle(ReturnUnwantedPayment command, Context context, PaymentRequests requests) {
    OrderId order = payment().first().orderId();
    if (order != null && !requests.dues(context).wants(order)) {
      applyAll(back(context).requests(command.reason()));
    }
  }

  @CommandHandler
  void handle(RetryPayment command, Context context, PaymentRequests requests) {
    PaymentRules.softlyDeclined(payment());
    apply(requests.retry(payment(), context));
  }

  @CommandHandler
  void handle(ResolvePayment command, Context context) {
    PaymentHistory payment = payment();
    Optional<OpenRequest> open = payment.open().values().stream().findFirst();
    if (open.isEmpty()) {
      return; // Somebody else has resolved it.
    }
    Boolean approved = command.approved();
    if (approved != null) {
      record(open.get().key(), answerOfStaff(command, approved, context), context);
    } else if (payment.attempt() > 0) { // A gateway that was never asked knows nothing.
      apply(
          new PaymentResolutionRequested(
              command.paymentId(),
              payment.first().orderId(),
              open.get().operation(),
              payment.first().paymentMethodId(),
              open.get().key(),
              context.at()));
    }
  }

  @CommandHandler
  void handle(RecordGatewayAnswer command, Context context) {
    record(command.idempotencyKey(), command.answer(), context);
  }

  @EventSourcingHandler
  void on(PaymentEvent event, @MetaDataValue(Meta.TENANT_ID) String tenant) {
    if (history == null && event instanceof PaymentRequested first) {
      stream = new TenantId(tenant).stream(first.paymentId());
      history = PaymentHistory.of(first);
    } else {
      history = payment().after(event);
    }
  }

  private void begin(PaymentRequested request, Context context, PaymentRequests requests) {
    if (history == null) {
      apply(requests.admitted(request, context));
    } else if (!PaymentRequests.same(request, history.first())) {
      throw Rejection.of(PAYMENT_ID_TAKEN)
          .with("paymentId", request.paymentId(), "was requested otherwise");
    }
  }

  private void record(String key, GatewayAnswer answer, Context context) {
    OpenRequest request = payment().open().get(key);
    if (request == null) {
      return; // It was answered before.
    }
    String unwanted = payment().state().voidReason();
    Optional<PaymentEvent> event = new GatewayAnswers(payment(), context).event(request, answer);
    event.ifPresent(happened -> apply(happened));
    if (event.isPresent() && unwanted != null) {
      applyAll(back(context).after(event.get(), unwanted)); // Nobody may keep the money.
    }
  }

  private PaymentBack back(Context context) {
    return new PaymentBack(payment(), context);
  }

  private static void applyAll(List<PaymentEvent> events) {
    events.forEach(event -> apply(event));
  }

  private static void mayBeCaptured(
      Money amount, Held held, PaymentHistory payment, Context context, PaymentRequests requests) {
    PaymentRules.positive(amount);
    PaymentRules.atMostAuthorized(amount, held.amount());
    PaymentRules.notExpired(held, context.at());
    if (!context.actor().isProcess()) {
      requests.dues(context).mayCapture(payment, amount);
    }
  }

  private static GatewayAnswer answerOfStaff(
      ResolvePayment command, boolean approved, Context context) {
    if (!context.actor().isStaff()) {
      throw Rejection.of(KernelRejection.STAFF_ONLY)
          .with("approved", approved, "must be given by staff");
    }
    String reference = command.reference();
    return approved
        ? new GatewayAnswer.Approved(
            reference == null ? context.actor().toString() : reference, null)
        : new GatewayAnswer.Declined(DeclineKind.HARD, "RESOLVED_BY_STAFF");
  }

  /// A capture or a void that failed may be tried again, and is then a new request.
  private String key(Context context, String operation) {
    return payment().first().paymentId() + "/" + operation + "/" + context.commandId();
  }

  private PaymentHistory payment() {
    if (history == null) {
      throw new IllegalStateException("A payment that was not requested: " + stream);
    }
    return history;
  }
}
