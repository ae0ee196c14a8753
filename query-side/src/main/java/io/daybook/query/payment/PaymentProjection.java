package io.daybook.query.payment;

import io.daybook.kernel.Money;
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
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.Sql;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Keeps the tables of payments and of what was done with them.
@Component
@ProcessingGroup("projection-payment")
public class PaymentProjection {
  private final JdbcClient database;

  public PaymentProjection(JdbcClient database) {
    this.database = database;
  }

  @EventHandler
  void on(PaymentEvent event, Recorded recorded) {
    statement(event, recorded).update();
  }

  @ResetHandler
  void reset() {
    database.sql("TRUNCATE projection.payments, projection.payment_operations").update();
  }

  private StatementSpec statement(PaymentEvent event, Recorded recorded) {
    return switch (event) { // no default: a new event must be decided here
      case PaymentRequested e -> request(e, recorded);
      case PaymentRedirected e -> redirect(e, recorded);
      case PaymentAuthorized e -> authorize(e, recorded);
      case PaymentDeclined e ->
          stop(e, PaymentStatus.DECLINED, recorded)
              .param("kind", e.kind().name())
              .param("reason", e.reason());
      case PaymentOutcomeUnknown e -> lose(e, recorded);
      case PaymentCaptured e -> capture(e, e.amount(), recorded);
      case PaymentCompleted e -> capture(e, e.amount(), recorded);
      case PaymentVoided e -> move(e, PaymentStatus.VOIDED, recorded);
      case PaymentRefunded e ->
          update(PaymentSql.REFUNDED, e, recorded)
              .param("refunded", e.refundAmount().amountMinor());
      case PaymentFailed e ->
          stop(e, afterFailureOf(e.operation()), recorded)
              .param("kind", e.kind().name())
              .param("reason", e.reason());
      case PaymentResolutionRequested e -> update("", e, recorded);
      case PaymentCaptureRequested e -> update("", e, recorded);
      case PaymentVoidRequested e -> update("", e, recorded);
      case PaymentRefundRequested e -> update("", e, recorded);
      case PaymentRefundFailed e -> update("", e, recorded);
    };
  }

  private StatementSpec request(PaymentRequested event, Recorded recorded) {
    return withEntry(database.sql(PaymentSql.REQUEST), event, recorded)
        .param("order", Sql.id(event.orderId()))
        .param("customer", Sql.id(event.customerId()))
        .param("method", event.paymentMethodId())
        .param("currency", event.amount().currency().getCurrencyCode())
        .param("amount", event.amount().amountMinor())
        .param("attempt", event.attempt());
  }

  private StatementSpec redirect(PaymentRedirected event, Recorded recorded) {
    return update("status = 'REDIRECTED', redirect_url = :url", event, recorded)
        .param("url", event.redirectUrl());
  }

  private StatementSpec authorize(PaymentAuthorized event, Recorded recorded) {
    return update(
            """
            status = 'AUTHORIZED', authorization_id = :authorization,
            expires_at = CAST(:expiresAt AS timestamptz)\
            """,
            event,
            recorded)
        .param("authorization", event.authorizationId())
        .param("expiresAt", Sql.timeOrNull(event.expiresAt()));
  }

  /// Nobody knows what became of it, unless only a refund is unknown: the payment stands as it did.
  private StatementSpec lose(PaymentOutcomeUnknown event, Recorded recorded) {
    return event.operation() == PaymentOperation.REFUND
        ? update("", event, recorded)
        : move(event, PaymentStatus.UNKNOWN, recorded);
  }

  private StatementSpec capture(PaymentEvent event, Money amount, Recorded recorded) {
    return update("status = 'CAPTURED', captured_minor = :captured", event, recorded)
        .param("captured", amount.amountMinor());
  }

  /// What could not be captured or voided is still authorised.
  private static PaymentStatus afterFailureOf(PaymentOperation operation) {
    return switch (operation) {
      case CAPTURE, VOID -> PaymentStatus.AUTHORIZED;
      case AUTHORIZE, CHARGE, REDIRECT, REFUND -> PaymentStatus.FAILED;
    };
  }

  private StatementSpec stop(PaymentEvent event, PaymentStatus status, Recorded recorded) {
    return update("status = :status, decline_kind = :kind, reason = :reason", event, recorded)
        .param("status", status.name());
  }

  private StatementSpec move(PaymentEvent event, PaymentStatus status, Recorded recorded) {
    return update("status = :status", event, recorded).param("status", status.name());
  }

  private StatementSpec update(String assignments, PaymentEvent event, Recorded recorded) {
    return withEntry(database.sql(PaymentSql.update(assignments)), event, recorded);
  }

  private static StatementSpec withEntry(
      StatementSpec statement, PaymentEvent event, Recorded recorded) {
    Entry entry = Entry.of(event);
    Money amount = entry.amount();
    return statement
        .param("tenant", recorded.tenant())
        .param("payment", event.paymentId().value())
        .param("version", recorded.sequence())
        .param("actor", recorded.actor())
        .param("type", recorded.type())
        .param("at", Sql.time(entry.at()))
        .param("entryAmount", amount == null ? null : amount.amountMinor())
        .param("entryCurrency", amount == null ? null : amount.currency().getCurrencyCode())
        .param("entryReference", entry.reference())
        .param("entryReason", entry.reason());
  }
}
