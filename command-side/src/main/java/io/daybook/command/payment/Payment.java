package io.daybook.command.payment;

import static io.daybook.payment.PaymentRejection.HARD_DECLINE;
import static io.daybook.payment.PaymentRejection.OUTCOME_UNKNOWN;
import static io.daybook.payment.PaymentRejection.PAYMENT_ID_TAKEN;
import static io.daybook.payment.PaymentRejection.REFUND_ID_TAKEN;
import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.daybook.eventstore.read.AggregateCache;
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
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// A payment writes down what will be asked of the gateway before anybody asks, under a key that
/// makes asking twice the same as asking once. So a crash anywhere charges nobody twice.
@Aggregate(type = "Payment", cache = AggregateCache.BEAN)
class Payment {
  @AggregateIdentifier private @Nullable String stream;
  private @Nullable PaymentState state;

  Payment() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  PaymentStatus handle(AuthorizePayment command, Context context, PaymentRequests requests) {
    begin(requests.authorization(command, context));
    return state().status;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(RequestPayment command, Context context, PaymentRequests requests) {
    begin(requests.charge(command, context));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  void handle(InitiatePayPal command, Context context, PaymentRequests requests) {
    PaymentRequested wish = requests.redirect(command, state == null ? null : state.first, context);
    if (state == null) {
      apply(wish);
    } else if (state.status == PaymentStatus.REQUESTED
        && state.voidReason == null
        && state.isOpen(PaymentOperation.REDIRECT)) {
      if (state.attempt == 0) {
        apply(wish);
      }
    } else if (state.status != PaymentStatus.REDIRECTED) {
      throw PaymentRules.transition(state, "redirect");
    }
  }

  @CommandHandler
  void handle(CapturePayment command, Context context) {
    PaymentState payment = state();
    Money amount = command.amount() == null ? payment.first.amount() : command.amount();
    if (payment.status == PaymentStatus.CAPTURED && amount.equals(payment.captured)
        || payment.isOpen(PaymentOperation.CAPTURE)) {
      return;
    }
    String authorization = PaymentRules.authorization(payment, "capture");
    if (context.actor().isProcess() && PaymentRules.hasExpired(payment, context.at())) {
      apply(PaymentRules.expired(payment, context.at())); // No caller is there to be refused.
      return;
    }
    PaymentRules.capturable(payment, amount, context.at());
    apply(
        new PaymentCaptureRequested(
            command.paymentId(),
            payment.first.orderId(),
            amount,
            authorization,
            payment.first.paymentMethodId(),
            key(context, "capture"),
            context.at()));
  }

  @CommandHandler
  void handle(VoidPayment command, Context context) {
    PaymentState payment = state();
    if (payment.isOpen(PaymentOperation.CAPTURE) || payment.isOpen(PaymentOperation.CHARGE)) {
      throw PaymentRules.transition(
          payment, "void"); // The money may be moving: it is refunded once that is known.
    }
    switch (payment.status) {
      case AUTHORIZED -> {
        if (!payment.isOpen(PaymentOperation.VOID)) {
          PaymentRules.authorization(payment, "void");
          apply(voidRequest(command.reason(), context));
        }
      }
      case REQUESTED, REDIRECTED, UNKNOWN -> voidInAdvance(command.reason(), context);
      case VOIDED, DECLINED, FAILED -> {} // Nothing is held, which is what was asked for.
      case CAPTURED, REFUNDED -> throw PaymentRules.transition(payment, "void");
    }
  }

  @CommandHandler
  void handle(RefundPayment command, Context context) {
    PaymentState payment = state();
    Money earlier = payment.refunds.get(command.refundId());
    Money amount = command.amount();
    if (earlier != null) {
      if (amount != null && !earlier.equals(amount)) {
        throw Rejection.of(REFUND_ID_TAKEN).with("refundId", command.refundId(), "is " + earlier);
      }
      return;
    }
    if (amount == null) {
      amount = PaymentRules.refundable(payment);
      if (!amount.isPositive()) {
        return; // All of it was given back, or will be.
      }
    }
    String capture = PaymentRules.refundableCapture(payment, amount);
    apply(
        new PaymentRefundRequested(
            command.paymentId(),
            payment.first.orderId(),
            command.refundId(),
            amount,
            capture,
            payment.first.paymentMethodId(),
            command.reason(),
            command.paymentId() + "/refund/" + command.refundId(),
            context.at()));
  }

  @CommandHandler
  void handle(RetryPayment command, Context context, PaymentRequests requests) {
    PaymentState payment = state();
    if (payment.status == PaymentStatus.UNKNOWN) {
      throw Rejection.of(OUTCOME_UNKNOWN).with("status", payment.status, "is resolved first");
    }
    if (payment.status != PaymentStatus.DECLINED && payment.status != PaymentStatus.FAILED) {
      throw PaymentRules.transition(payment, "retry");
    }
    if (payment.declined == DeclineKind.HARD) {
      throw Rejection.of(HARD_DECLINE).with("declined", payment.declined, "is final");
    }
    apply(requests.retry(payment, context));
  }

  @CommandHandler
  void handle(ResolvePayment command, Context context) {
    PaymentState payment = state();
    Optional<Map.Entry<String, PaymentState.Open>> waiting =
        payment.open.entrySet().stream().findFirst();
    if (waiting.isEmpty()) {
      return; // Somebody else has resolved it.
    }
    if (payment.attempt == 0 && command.approved() == null) {
      return; // The gateway was never asked: it could only say that it knows nothing.
    }
    String key = waiting.get().getKey();
    if (command.approved() == null) {
      apply(
          new PaymentResolutionRequested(
              command.paymentId(),
              payment.first.orderId(),
              waiting.get().getValue().operation(),
              payment.first.paymentMethodId(),
              key,
              context.at()));
    } else {
      record(key, word(command, command.approved(), context), context);
    }
  }

  @CommandHandler
  void handle(RecordGatewayAnswer command, Context context) {
    record(command.idempotencyKey(), command.answer(), context);
  }

  @EventSourcingHandler
  void on(PaymentEvent event, @MetaDataValue(Meta.TENANT_ID) String tenant) {
    if (state == null && event instanceof PaymentRequested first) {
      stream = new TenantId(tenant).stream(first.paymentId());
      state = new PaymentState(first);
    }
    state().on(event);
  }

  private void begin(PaymentRequested wish) {
    if (state == null) {
      apply(wish);
    } else if (!PaymentRequests.same(wish, state.first)) {
      throw Rejection.of(PAYMENT_ID_TAKEN)
          .with("paymentId", wish.paymentId(), "was requested otherwise");
    }
  }

  private void record(String key, GatewayAnswer answer, Context context) {
    PaymentState payment = state();
    PaymentState.Open request = payment.open.get(key);
    if (request == null) {
      return; // It was answered before.
    }
    Optional<PaymentEvent> event = new Answers(payment, context).event(key, request, answer);
    event.ifPresent(happened -> apply(happened));
    String unwanted = payment.voidReason;
    if (event.orElse(null) instanceof PaymentAuthorized && unwanted != null) {
      apply(voidRequest(unwanted, context)); // It came too late: nobody may hold the money.
    }
  }

  private void voidInAdvance(String reason, Context context) {
    PaymentState payment = state();
    if (payment.attempt == 0) {
      // The gateway was never asked: the customer did not start the redirect.
      apply(
          new PaymentVoided(
              payment.first.paymentId(), payment.first.orderId(), reason, context.at()));
    } else if (payment.voidReason == null) {
      apply(voidRequest(reason, context));
    }
  }

  private PaymentVoidRequested voidRequest(String reason, Context context) {
    PaymentState payment = state();
    return new PaymentVoidRequested(
        payment.first.paymentId(),
        payment.first.orderId(),
        payment.status == PaymentStatus.AUTHORIZED ? payment.authorizationId : null,
        payment.first.paymentMethodId(),
        reason,
        key(context, "void"),
        context.at());
  }

  private static GatewayAnswer word(ResolvePayment command, boolean approved, Context context) {
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
    return state().first.paymentId() + "/" + operation + "/" + context.commandId();
  }

  private PaymentState state() {
    if (state == null) {
      throw new IllegalStateException("A payment that was not requested: " + stream);
    }
    return state;
  }
}
