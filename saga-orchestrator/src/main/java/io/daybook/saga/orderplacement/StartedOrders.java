package io.daybook.saga.orderplacement;

import io.daybook.eventstore.EventHistory;
import io.daybook.eventstore.StreamName;
import io.daybook.kernel.Processes;
import io.daybook.kernel.TenantId;
import io.daybook.saga.Cause;
import io.daybook.saga.process.ProcessKey;
import java.util.function.Function;

/// What is done for an order without a message that asks for it follows from the event that started the order.
record StartedOrders(EventHistory history) implements Function<ProcessKey, Cause> {
  @Override
  public Cause apply(ProcessKey order) {
    TenantId tenant = order.tenant();
    String stream = new StreamName(tenant.value(), order.id()).toString();
    return history.ofStream(tenant.value(), stream, -1, 1).stream()
        .findFirst()
        .map(started -> Cause.of(started, tenant, Processes.ORDER_PLACEMENT))
        .orElseGet(() -> new Cause(tenant, Processes.ORDER_PLACEMENT, null, null, null));
  }
}
