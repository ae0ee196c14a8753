package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.DuplicateEventId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.AbstractRetryScheduler;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/// Retries a command that ended in a conflict: with another command on its aggregate, or with one that created
/// it first. Any other failure is final.
final class ConflictRetries extends AbstractRetryScheduler {

  private final long firstDelayMillis;

  ConflictRetries(ScheduledExecutorService executor, int retries, Duration firstDelay) {
    super(new Settings().retryExecutor(executor).maxRetryCount(retries));
    this.firstDelayMillis = firstDelay.toMillis();
  }

  @Override
  protected boolean isExplicitlyNonTransient(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> true;
      case DuplicateEventId _ -> true;
      case ConcurrencyException _, AggregateStreamCreationException _ -> false;
      default -> isExplicitlyNonTransient(failure.getCause());
    };
  }

  /// One half of the delay is random, so that commands that have collided do not collide again.
  @Override
  protected long computeRetryInterval(
      CommandMessage command,
      RuntimeException lastFailure,
      List<Class<? extends Throwable>[]> failures) {
    long delay = firstDelayMillis << (failures.size() - 1);
    return delay / 2 + ThreadLocalRandom.current().nextLong(delay / 2 + 1);
  }

  private static final class Settings extends AbstractRetryScheduler.Builder<Settings> {}
}
