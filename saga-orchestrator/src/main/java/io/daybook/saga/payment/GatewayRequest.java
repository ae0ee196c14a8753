package io.daybook.saga.payment;

import io.daybook.agenda.AgendaEntry;
import io.daybook.kernel.id.PaymentId;
import io.daybook.payment.PaymentMethod;
import io.daybook.payment.PaymentOperation;
import io.daybook.saga.Cause;
import java.util.Map;

/// A request to a gateway, as the agenda has it until its outcome is known.
record GatewayRequest(
    Cause cause,
    PaymentId payment,
    PaymentOperation operation,
    PaymentMethod method,
    String idempotencyKey) {

  static GatewayRequest of(AgendaEntry entry) {
    return new GatewayRequest(
        Cause.of(entry, PaymentProcess.PROCESS),
        new PaymentId(entry.get("paymentId")),
        PaymentOperation.valueOf(entry.get("operation")),
        PaymentMethod.parse(entry.get("paymentMethodId")),
        entry.get("idempotencyKey"));
  }

  Map<String, String> toData() {
    Map<String, String> data = cause.toData();
    data.put("paymentId", payment.value());
    data.put("operation", operation.name());
    data.put("paymentMethodId", method.toString());
    data.put("idempotencyKey", idempotencyKey);
    return data;
  }
}
