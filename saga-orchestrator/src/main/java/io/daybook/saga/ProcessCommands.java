package io.daybook.saga;

import io.daybook.kernel.Command;
import io.daybook.kernel.Rejection;
import io.opentelemetry.context.Context;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/// Sends what a process decided, and waits until it is durable.
///
/// The command runs outside of the unit of work in which the process handles its event, on a thread of
/// its own if need be: nested in it, the command would only be stored together with the process's
/// state, and its refusal would roll that state back.
public final class ProcessCommands {
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private final CommandGateway commands;
  private final ExecutorService threads =
      Context.taskWrapping(Executors.newVirtualThreadPerTaskExecutor());

  public ProcessCommands(CommandGateway commands) {
    this.commands = commands;
  }

  /// The answer of the command's handler. A technical failure is tried again a few times and then
  /// thrown, so that the processor delivers the event again.
  ///
  /// @throws Rejection as the entity refused it
  public @Nullable Object send(Cause cause, Command command) {
    CommandMessage<Command> message = message(cause, command);
    try {
      return CurrentUnitOfWork.isStarted()
          ? threads.submit(() -> repeatedly(message)).get()
          : repeatedly(message);
    } catch (ExecutionException e) {
      throw asRuntime(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for " + command, e);
    }
  }

  /// Sends a command whose refusal is as good as its success, such as one that was sent before.
  ///
  /// @return the refusal, if it was one
  public @Nullable Rejection attempt(Cause cause, Command command) {
    try {
      send(cause, command);
      return null;
    } catch (Rejection rejection) {
      return rejection;
    }
  }

  private static CommandMessage<Command> message(Cause cause, Command command) {
    CommandMessage<Command> message = new GenericCommandMessage<>(command);
    return message.andMetaData(cause.metadata(message.getIdentifier()));
  }

  private @Nullable Object repeatedly(CommandMessage<Command> message) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        return commands.sendAndWait(message);
      } catch (RuntimeException e) {
        Rejection rejection = rejectionIn(e);
        if (rejection != null) {
          throw rejection;
        }
        if (attempt == ATTEMPTS) {
          throw e;
        }
        Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
      }
    }
  }

  private static @Nullable Rejection rejectionIn(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof Rejection rejection) {
        return rejection;
      }
    }
    return null;
  }

  private static RuntimeException asRuntime(Throwable failure) {
    return failure instanceof RuntimeException runtime
        ? runtime
        : new IllegalStateException(failure);
  }
}
