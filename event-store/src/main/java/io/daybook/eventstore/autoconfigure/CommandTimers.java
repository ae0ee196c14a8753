package io.daybook.eventstore.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.monitoring.MessageMonitor;
import org.jspecify.annotations.Nullable;

/// The meter `daybook.commands`: how many commands of each kind succeeded or failed, and how long they took.
final class CommandTimers implements MessageMonitor<Message<?>> {

  private enum CommandOutcome {
    SUCCESS,
    FAILURE,
    IGNORED
  }

  private record Kind(String command, CommandOutcome outcome) {}

  private final MeterRegistry meters;
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  CommandTimers(MeterRegistry meters) {
    this.meters = meters;
  }

  @Override
  public MonitorCallback onMessageIngested(Message<?> message) {
    String command =
        message instanceof CommandMessage<?> named
            ? simple(named.getCommandName())
            : message.getPayloadType().getSimpleName();
    long begin = System.nanoTime();
    return new MonitorCallback() {
      @Override
      public void reportSuccess() {
        stop(CommandOutcome.SUCCESS);
      }

      @Override
      public void reportFailure(@Nullable Throwable cause) {
        stop(CommandOutcome.FAILURE);
      }

      @Override
      public void reportIgnored() {
        stop(CommandOutcome.IGNORED);
      }

      private void stop(CommandOutcome outcome) {
        timer(new Kind(command, outcome)).record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
      }
    };
  }

  private Timer timer(Kind kind) {
    return timers.computeIfAbsent(
        kind,
        _ ->
            Timer.builder("daybook.commands")
                .description("Commands by their kind and outcome")
                .tag("command", kind.command())
                .tag("outcome", kind.outcome().name())
                .register(meters));
  }

  /// Without its package and the class around it: `PlaceOrder`.
  private static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }
}
