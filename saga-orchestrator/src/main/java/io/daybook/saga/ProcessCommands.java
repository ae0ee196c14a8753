package io.daybook.saga;

import static java.util.Objects.requireNonNull;

import io.daybook.kernel.Answered;
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
/// The command runs outside of the unit of work in which the process handles its event. Nested in
/// it, the command would only be stored together with the process's state, and its refusal would
/// roll that state back. A caller within a unit of work therefore has it sent on another thread.
public final class ProcessCommands {
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

  private final CommandGateway commands;
  private final ExecutorService threads =
      Context.taskWrapping(Executors.newVirtualThreadPerTaskExecutor());

  public ProcessCommands(CommandGateway commands) {
    this.commands = commands;
  }

  /// A technical failure is tried again a few times and then thrown, so that the processor delivers
  /// the event again.
  ///
  /// @throws Rejection if the entity refuses it
  public void send(Cause cause, Command command) {
    answer(cause, command);
  }

  /// The same, for a command whose answer is needed.
  ///
  /// @return what the command's handler returned
  @SuppressWarnings("unchecked") // the command declares what its handler returns
  public <R> R send(Cause cause, Answered<R> command) {
    return (R) requireNonNull(answer(cause, command), () -> "No answer to " + command);
  }

  private @Nullable Object answer(Cause cause, Command command) {
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

  /// Sends a command that may have been sent before, or whose refusal the process reacts to.
  ///
  /// @return the refusal, or null if the command was accepted
  public @Nullable Rejection attempt(Cause cause, Command command) {
    try {
      answer(cause, command);
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
