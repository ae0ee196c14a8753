package io.daybook.saga.testing.shop;

import io.daybook.kernel.Event;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.GatewayAnswer;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentCommand.CapturePayment;
import io.daybook.payment.PaymentCommand.RecordGatewayAnswer;
import io.daybook.payment.PaymentCommand.ResolvePayment;
import io.daybook.payment.PaymentCommand.ReturnUnwantedPayment;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentRedirected;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentMethod;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentStatus;
import io.daybook.saga.testing.Samples;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.springframework.stereotype.Component;

/// As much of payments as the processes need.
@Component
public class Till {
  private static final String AUTHORISE = "authorise:";
  private static final String CAPTURE = "capture:";

  private final Announcements announcements;
  private final Map<PaymentId, AuthorizePayment> requests = new ConcurrentHashMap<>();
  private final Set<String> recorded = ConcurrentHashMap.newKeySet();
  private final Set<PaymentId> voided = ConcurrentHashMap.newKeySet();

  Till(Announcements announcements) {
    this.announcements = announcements;
  }

  public Set<PaymentId> voided() {
    return voided;
  }

  @CommandHandler
  PaymentStatus handle(AuthorizePayment command, MetaData metadata) {
    if (requests.putIfAbsent(command.paymentId(), command) == null) {
      announcements.publish(requested(command), metadata);
    }
    return PaymentStatus.REQUESTED;
  }

  @CommandHandler
  void handle(RecordGatewayAnswer command, MetaData metadata) {
    AuthorizePayment payment = requests.get(command.paymentId());
    boolean authorisation = command.idempotencyKey().startsWith(AUTHORISE);
    boolean known = !(command.answer() instanceof GatewayAnswer.Unknown);
    if (authorisation && recorded.add(command.idempotencyKey() + known)) {
      announcements.publish(outcome(payment, command), metadata);
    } else if (command.idempotencyKey().startsWith(CAPTURE)) {
      announcements.publish(
          new PaymentCaptured(
              payment.paymentId(), payment.orderId(), payment.amount(), "capture", Samples.NOW),
          metadata);
    }
  }

  @CommandHandler
  void handle(CapturePayment command, MetaData metadata) {
    AuthorizePayment payment = requests.get(command.paymentId());
    announcements.publish(
        new PaymentCaptureRequested(
            payment.paymentId(),
            payment.orderId(),
            payment.amount(),
            "authorisation",
            payment.paymentMethodId(),
            CAPTURE + payment.paymentId(),
            Samples.NOW),
        metadata);
  }

  @CommandHandler
  void handle(ReturnUnwantedPayment command) {
    voided.add(command.paymentId());
  }

  /// The gateway would have told.
  @CommandHandler
  void handle(ResolvePayment command) {}

  private static PaymentRequested requested(AuthorizePayment command) {
    boolean redirects = PaymentMethod.parse(command.paymentMethodId()).redirects();
    return new PaymentRequested(
        command.paymentId(),
        command.orderId(),
        command.customerId(),
        redirects ? PaymentOperation.REDIRECT : PaymentOperation.AUTHORIZE,
        command.paymentMethodId(),
        command.amount(),
        1,
        AUTHORISE + command.paymentId(),
        null,
        null,
        Samples.NOW);
  }

  private static Event outcome(AuthorizePayment payment, RecordGatewayAnswer command) {
    return switch (command.answer()) {
      case GatewayAnswer.Approved(var reference, var expiresAt) ->
          new PaymentAuthorized(
              payment.paymentId(),
              payment.orderId(),
              payment.amount(),
              reference,
              payment.paymentMethodId(),
              Samples.NOW,
              expiresAt);
      case GatewayAnswer.Declined(var kind, var reason) ->
          new PaymentDeclined(
              payment.paymentId(), payment.orderId(), payment.amount(), kind, reason, Samples.NOW);
      case GatewayAnswer.Unknown(var reason) ->
          new PaymentOutcomeUnknown(
              payment.paymentId(),
              payment.orderId(),
              PaymentOperation.AUTHORIZE,
              command.idempotencyKey(),
              reason,
              Samples.NOW);
      case GatewayAnswer.Redirected(var url, var reference) ->
          new PaymentRedirected(
              payment.paymentId(), payment.orderId(), url, reference, Samples.NOW);
    };
  }
}
