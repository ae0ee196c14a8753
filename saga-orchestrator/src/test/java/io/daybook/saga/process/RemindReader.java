package io.daybook.saga.process;

import io.daybook.kernel.Command;
import io.daybook.kernel.Id;
import io.daybook.kernel.RejectionCode;
import io.daybook.order.OrderRejection;

record RemindReader(String readerId, int reminder) implements Command {
  @Override
  public Id target() {
    return () -> readerId;
  }

  @Override
  public RejectionCode missing() {
    return OrderRejection.ORDER_NOT_FOUND;
  }
}
