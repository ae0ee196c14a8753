package io.daybook.saga.testing;

import io.daybook.inventory.InventoryCommand.DeductInventory;
import io.daybook.inventory.InventoryCommand.ReserveInventory;
import io.daybook.kernel.Command;
import io.daybook.kernel.Rejection;
import io.daybook.kernel.RejectionCode;
import io.daybook.payment.PaymentCommand.AuthorizePayment;
import io.daybook.payment.PaymentStatus;
import io.daybook.saga.ProcessCommands;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.test.utils.RecordingCommandBus;
import org.jspecify.annotations.Nullable;

/// A command bus that records what is sent to it, and answers as if all went well unless it is told
/// to answer otherwise.
public final class Commands {
  private final RecordingCommandBus bus;
  private final ProcessCommands sender;
  private final Map<Class<?>, Function<Command, Object>> answers = new ConcurrentHashMap<>();

  public Commands() {
    this(new RecordingCommandBus());
  }

  public Commands(RecordingCommandBus bus) {
    this.bus = bus;
    this.sender = new ProcessCommands(DefaultCommandGateway.builder().commandBus(bus).build());
    bus.setCallbackBehavior((payload, metadata) -> answer((Command) payload));
  }

  public ProcessCommands sender() {
    return sender;
  }

  public RecordingCommandBus bus() {
    return bus;
  }

  public Commands answering(Class<? extends Command> type, Object answer) {
    return calling(type, command -> answer);
  }

  public Commands calling(Class<? extends Command> type, Function<Command, Object> handler) {
    answers.put(type, handler);
    return this;
  }

  public Commands refusing(Class<? extends Command> type, RejectionCode code) {
    return calling(
        type,
        command -> {
          throw Rejection.of(code);
        });
  }

  public List<Command> sent() {
    return bus.getDispatchedCommands().stream()
        .map(message -> (Command) message.getPayload())
        .toList();
  }

  public List<Class<?>> sentTypes() {
    return sent().stream().<Class<?>>map(Object::getClass).toList();
  }

  public CommandMessage<?> last() {
    return bus.getDispatchedCommands().getLast();
  }

  public void forget() {
    bus.clearCommands();
  }

  private @Nullable Object answer(Command command) {
    Function<Command, Object> handler = answers.get(command.getClass());
    return handler == null ? usual(command) : handler.apply(command);
  }

  private static @Nullable Object usual(Command command) {
    return switch (command) {
      case ReserveInventory _ -> true;
      case DeductInventory deduct -> deduct.quantity();
      case AuthorizePayment _ -> PaymentStatus.REQUESTED;
      default -> null;
    };
  }
}
