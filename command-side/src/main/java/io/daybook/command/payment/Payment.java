package io.daybook.command.payment;

import static io.daybook.payment.PaymentRejection.PAYMENT_ID_TAKEN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.command.payment.PaymentState.Authorized;
import io.daybook.command.payment.PaymentState.Captured;
import io.daybook.command.payment.PaymentState.Captured.Refund;
import io.daybook.command.payment.PaymentState.Declined;
import io.daybook.command.payment.PaymentState.Failed;
import io.daybook.command.payment.PaymentState.OpenRequest;
import io.daybook.command.payment.PaymentState.OutcomeUnknown;
import io.daybook.command.payment.PaymentState.Redirected;
import io.daybook.command.payment.PaymentState.Requested;
import io.daybook.command.payment.PaymentState.Voided;
import io.daybook.eventstore.EngineBeans;
import io.daybook.kernel.Context;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Money;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
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
import io.daybook.payment.PaymentCommand.VoidPayment;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentResolutionRequested;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentStatus;
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
    begin(requests.authorization(command, context));
    return payment().status();
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestPayment command, Context context, PaymentRequests requests) {
    begin(requests.charge(command, context));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(InitiatePayPal command, Context context, PaymentRequests requests) {
    PaymentRequested first = history == null ? null : history.first();
    PaymentRequested redirect = requests.redirect(command, first, context);
    if (history == null || PaymentRules.redirectMayStart(history)) {
      apply(redirect);
    }
  }

  @CommandHandler
  void handle(CapturePayment command, Context context) {
    PaymentHistory payment = payment();
    PaymentRequested first = payment.first();
    Money amount = command.amount() == null ? first.amount() : command.amount();
    if (payment.hasCaptured(amount) || payment.isOpen(PaymentOperation.CAPTURE)) {
      return;
    }
    Authorized held = PaymentRules.authorized(payment, "capture");
    if (context.actor().isProcess() && held.hasExpired(context.at())) {
      apply(PaymentRules.expired(first, context.at())); // No caller is there to be refused.
      return;
    }
    PaymentRules.positive(amount);
    PaymentRules.atMostAuthorized(amount, first.amount());
    PaymentRules.notExpired(held, context.at());
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
    PaymentHistory payment = payment();
    PaymentRules.noMoneyMayBeMoving(payment);
    switch (payment.state()) {
      case Authorized _ -> {
        if (!payment.isOpen(PaymentOperation.VOID)) {
          apply(voidRequest(command.reason(), context));
        }
      }
      case Requested _, Redirected _, OutcomeUnknown _ -> voidInAdvance(command.reason(), context);
      case Voided _, Declined _, Failed _ -> {} // Nothing is held, which is what was asked for.
      case Captured _ -> throw PaymentRules.transition(payment, "void");
    }
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
    apply(
        new PaymentRefundRequested(
            command.paymentId(),
            payment.first().orderId(),
            command.refundId(),
            amount,
            captured.captureId(),
            payment.first().paymentMethodId(),
            command.reason(),
            command.paymentId() + "/refund/" + command.refundId(),
            context.at()));
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

  private void begin(PaymentRequested request) {
    if (history == null) {
      apply(request);
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
    Optional<PaymentEvent> event = new GatewayAnswers(payment(), context).event(request, answer);
    event.ifPresent(happened -> apply(happened));
    String unwanted = payment().state().voidReason();
    if (event.orElse(null) instanceof PaymentAuthorized && unwanted != null) {
      apply(voidRequest(unwanted, context)); // It came too late: nobody may hold the money.
    }
  }

  private void voidInAdvance(String reason, Context context) {
    PaymentHistory payment = payment();
    PaymentRequested first = payment.first();
    if (payment.attempt() == 0) {
      // The gateway was never asked: the customer did not start the redirect.
      apply(new PaymentVoided(first.paymentId(), first.orderId(), reason, context.at()));
    } else if (payment.state().voidReason() == null) {
      apply(voidRequest(reason, context));
    }
  }

  private PaymentVoidRequested voidRequest(String reason, Context context) {
    PaymentRequested first = payment().first();
    return new PaymentVoidRequested(
        first.paymentId(),
        first.orderId(),
        payment().state() instanceof Authorized held ? held.authorizationId() : null,
        first.paymentMethodId(),
        reason,
        key(context, "void"),
        context.at());
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
