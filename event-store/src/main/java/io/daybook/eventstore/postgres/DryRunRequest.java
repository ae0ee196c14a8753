package io.daybook.eventstore.postgres;

import io.daybook.eventstore.DryRun;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Whether the command being handled asked for a dry run, or one that it is nested in did.
final class DryRunRequest {

  private DryRunRequest() {}

  static boolean isCurrent() {
    return CurrentUnitOfWork.isStarted() && asks(CurrentUnitOfWork.get());
  }

  private static boolean asks(UnitOfWork<?> unitOfWork) {
    Message<?> message = unitOfWork.getMessage();
    boolean dry =
        message instanceof CommandMessage<?>
            && "true".equals(String.valueOf(message.getMetaData().get(DryRun.METADATA)));
    return dry || unitOfWork.parent().filter(DryRunRequest::asks).isPresent();
  }
}
