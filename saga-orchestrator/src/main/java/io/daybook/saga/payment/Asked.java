package io.daybook.saga.payment;

import io.daybook.agenda.AgendaEntry;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.PaymentMethod;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.Cause;
import java.util.Map;

/// A request to a gateway, as the process remembers it until the answer is known.
record Asked(
    Cause cause,
    PaymentId payment,
    PaymentOperation operation,
    PaymentMethod method,
    String idempotencyKey) {

  static Asked remembered(AgendaEntry entry) {
    return new Asked(
        Cause.of(entry, PaymentProcess.PROCESS),
        new PaymentId(entry.get("paymentId")),
        PaymentOperation.valueOf(entry.get("operation")),
        PaymentMethod.parse(entry.get("paymentMethodId")),
        entry.get("idempotencyKey"));
  }

  Map<String, String> remembered() {
    Map<String, String> data = cause.toData();
    data.put("paymentId", payment.value());
    data.put("operation", operation.name());
    data.put("paymentMethodId", method.toString());
    data.put("idempotencyKey", idempotencyKey);
    return data;
  }
}
