package io.daybook.eventstore.append;

import io.daybook.eventstore.DryRun;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// Whether the command of a unit of work asks for a dry run.
final class DryRunRequest {

  private DryRunRequest() {}

  static boolean isMadeBy(UnitOfWork<?> root) {
    Message<?> message = root.getMessage();
    return message instanceof CommandMessage<?>
        && "true".equals(String.valueOf(message.getMetaData().get(DryRun.METADATA)));
  }
}
