package io.daybook.saga.process;

import io.daybook.kernel.Answered;
import io.daybook.kernel.Command;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.TenantId;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;
import org.jspecify.annotations.Nullable;

/// Sends the commands of a process because of the message that it handles. A handler of a saga has
/// it as a parameter.
public record CommandSender(ProcessCommands commands, Cause cause) {
  public TenantId tenant() {
    return cause.tenant();
  }

  /// @throws Rejection if the entity refuses it
  public void send(Command command) {
    commands.send(cause, command);
  }

  /// @return what the command's handler returned
  /// @throws Rejection if the entity refuses it
  public <R> R send(Answered<R> command) {
    return commands.send(cause, command);
  }

  /// @return the refusal, or null if the command was accepted
  public @Nullable Rejection attempt(Command command) {
    return commands.attempt(cause, command);
  }
}
