package io.daybook.query.payment;

import io.daybook.eventstore.batch.Write;
import io.daybook.payment.PaymentEvent;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.Sql;

/// An event of a payment, with what it changes and its row in `payment_operations`.
record PaymentRow<E extends PaymentEvent>(
    E event, Recorded recorded, PaymentChange change, PaymentStepDetail step) {

  static <E extends PaymentEvent> PaymentRow<E> of(
      E event, Recorded recorded, PaymentChange change) {
    return new PaymentRow<>(event, recorded, change, PaymentStepDetail.of(event));
  }

  static <E extends PaymentEvent> Write<PaymentRow<E>> write(String text) {
    return Write.<PaymentRow<E>>to(text)
        .key(row -> row.recorded.tenant() + '/' + row.event.paymentId().value())
        .text("tenant_id", row -> row.recorded.tenant())
        .text("id", row -> row.event.paymentId().value())
        .number("version", row -> row.recorded.sequence())
        .text("actor", row -> row.recorded.actor())
        .text("type", row -> row.recorded.type())
        .time("at", row -> row.step.at())
        .number("step_amount", row -> Sql.amount(row.step.amount()))
        .text("step_currency", row -> Sql.currency(row.step.amount()))
        .text("step_reference", row -> row.step.reference())
        .text("step_reason", row -> row.step.reason());
  }
}
