package io.daybook.query.payment;

import io.daybook.eventstore.batch.Write;
import io.daybook.payment.PaymentEvent;
import io.daybook.query.projection.Recorded;
import io.daybook.query.projection.Sql;

/// An event of a payment, with what it changes and what it adds to the list of operations.
record PaymentRow<E extends PaymentEvent>(
    E event, Recorded recorded, Outcome outcome, Entry entry) {

  static <E extends PaymentEvent> PaymentRow<E> of(E event, Recorded recorded, Outcome outcome) {
    return new PaymentRow<>(event, recorded, outcome, Entry.of(event));
  }

  static <E extends PaymentEvent> Write<PaymentRow<E>> write(String text) {
    return Write.<PaymentRow<E>>to(text)
        .key(row -> row.recorded.tenant() + '/' + row.event.paymentId().value())
        .text("tenant_id", row -> row.recorded.tenant())
        .text("id", row -> row.event.paymentId().value())
        .number("version", row -> row.recorded.sequence())
        .text("actor", row -> row.recorded.actor())
        .text("type", row -> row.recorded.type())
        .time("at", row -> row.entry.at())
        .number("entry_amount", row -> Sql.amount(row.entry.amount()))
        .text("entry_currency", row -> Sql.currency(row.entry.amount()))
        .text("entry_reference", row -> row.entry.reference())
        .text("entry_reason", row -> row.entry.reason());
  }
}
