package io.daybook.command.dispatch;

import io.daybook.kernel.Meta;
import io.daybook.kernel.TenantClock;
import io.daybook.kernel.TenantId;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;

/// Decides the business time of a command when it is sent: the date of a back-dated flow, or the
/// tenant's clock. A command without a tenant is a fault of the program and goes nowhere.
public final class BusinessTimeInterceptor
    implements MessageDispatchInterceptor<CommandMessage<?>> {
  private final TenantClock clock;

  public BusinessTimeInterceptor(TenantClock clock) {
    this.clock = clock;
  }

  @Override
  public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
      List<? extends CommandMessage<?>> messages) {
    return (index, message) -> withBusinessTime(message);
  }

  private CommandMessage<?> withBusinessTime(CommandMessage<?> message) {
    if (!(message.getMetaData().get(Meta.TENANT_ID) instanceof String tenant)) {
      throw new IllegalStateException(message.getCommandName() + " has no tenant");
    }
    Object effective = message.getMetaData().get(Meta.EFFECTIVE_AT);
    String at =
        effective == null ? clock.now(new TenantId(tenant)).toString() : effective.toString();
    return message.andMetaData(Map.of(Meta.AT, at));
  }
}
