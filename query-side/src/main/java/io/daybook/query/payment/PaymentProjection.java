package io.daybook.query.payment;

import io.daybook.eventstore.batch.Batch;
import io.daybook.payment.PaymentEvent;
import io.daybook.payment.PaymentEvent.PaymentAuthorized;
import io.daybook.payment.PaymentEvent.PaymentCaptureRequested;
import io.daybook.payment.PaymentEvent.PaymentCaptured;
import io.daybook.payment.PaymentEvent.PaymentCompleted;
import io.daybook.payment.PaymentEvent.PaymentDeclined;
import io.daybook.payment.PaymentEvent.PaymentFailed;
import io.daybook.payment.PaymentEvent.PaymentOutcomeUnknown;
import io.daybook.payment.PaymentEvent.PaymentRedirected;
import io.daybook.payment.PaymentEvent.PaymentRefundFailed;
import io.daybook.payment.PaymentEvent.PaymentRefundRequested;
import io.daybook.payment.PaymentEvent.PaymentRefunded;
import io.daybook.payment.PaymentEvent.PaymentRequested;
import io.daybook.payment.PaymentEvent.PaymentResolutionRequested;
import io.daybook.payment.PaymentEvent.PaymentVoidRequested;
import io.daybook.payment.PaymentEvent.PaymentVoided;
import io.daybook.payment.PaymentOperation;
import io.daybook.payment.PaymentStatus;
import io.daybook.query.projection.Projection;
import io.daybook.query.projection.Recorded;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Keeps the tables of payments and of what was done with them.
@Component
@ProcessingGroup("projection-payment")
public class PaymentProjection extends Projection {

  public PaymentProjection(JdbcClient database) {
    super(database, "payments", "payment_operations");
  }

  @EventHandler
  void on(PaymentEvent event, Recorded recorded, Batch batch) {
    if (event instanceof PaymentRequested requested) {
      batch.add(PaymentWrites.REQUESTED, PaymentRow.of(requested, recorded, PaymentChange.NONE));
    } else {
      batch.add(PaymentWrites.CHANGED, PaymentRow.of(event, recorded, change(event)));
    }
  }

  private static PaymentChange change(PaymentEvent event) {
    return switch (event) { // no default: a new event must be decided here
      case PaymentRequested _ -> PaymentChange.NONE;
      case PaymentRedirected e -> PaymentChange.redirected(e.redirectUrl());
      case PaymentAuthorized e -> PaymentChange.authorized(e.authorizationId(), e.expiresAt());
      case PaymentDeclined e -> PaymentChange.stopped(PaymentStatus.DECLINED, e.kind(), e.reason());
      case PaymentOutcomeUnknown e -> afterUnknownOutcomeOf(e.operation());
      case PaymentCaptured e -> PaymentChange.captured(e.amount());
      case PaymentCompleted e -> PaymentChange.captured(e.amount());
      case PaymentVoided _ -> PaymentChange.to(PaymentStatus.VOIDED);
      case PaymentRefunded e -> PaymentChange.refunded(e.refundAmount());
      case PaymentFailed e -> failed(e);
      case PaymentResolutionRequested _ -> PaymentChange.NONE;
      case PaymentCaptureRequested _ -> PaymentChange.NONE;
      case PaymentVoidRequested _ -> PaymentChange.NONE;
      case PaymentRefundRequested _ -> PaymentChange.NONE;
      case PaymentRefundFailed _ -> PaymentChange.NONE;
    };
  }

  /// Where only the outcome of a refund is unknown, the payment keeps its status.
  private static PaymentChange afterUnknownOutcomeOf(PaymentOperation operation) {
    return operation == PaymentOperation.REFUND
        ? PaymentChange.NONE
        : PaymentChange.to(PaymentStatus.UNKNOWN);
  }

  private static PaymentChange failed(PaymentFailed event) {
    return switch (event.operation()) {
      case CAPTURE -> PaymentChange.notCaptured(event.kind(), event.reason());
      case VOID -> PaymentChange.stopped(PaymentStatus.AUTHORIZED, event.kind(), event.reason());
      case AUTHORIZE, CHARGE, REDIRECT, REFUND ->
          PaymentChange.stopped(PaymentStatus.FAILED, event.kind(), event.reason());
    };
  }
}
