package io.daybook.saga.reservation;

import io.daybook.inventory.InventoryEvent.InventoryReserved;
import io.daybook.kernel.Actor;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Processes;
import io.daybook.saga.Cause;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/// Tells which events may concern a hold that ends by itself.
public final class EndingResolver implements ParameterResolverFactory, ParameterResolver<Ending> {
  /// The process whose holds never end by themselves: it watches over them. What it does with them
  /// needs no look at the agenda: where it takes over a hold that is there, nothing is left to end.
  private static final Actor WATCHFUL = Processes.ORDER_PLACEMENT;

  @Override
  public @Nullable ParameterResolver<Ending> createInstance(
      Executable executable, Parameter[] parameters, int index) {
    return parameters[index].getType() == Ending.class ? this : null;
  }

  @Override
  public boolean matches(Message<?> message) {
    return message.getPayload() instanceof InventoryReserved reserved
        ? reserved.expiresAt() != null
        : !isWatchful(message.getMetaData());
  }

  private static boolean isWatchful(MetaData cause) {
    return WATCHFUL.kind().spelling().equals(cause.get(Meta.ACTOR_TYPE))
        && WATCHFUL.id().equals(cause.get(Meta.ACTOR_ID));
  }

  @Override
  public Ending resolveParameterValue(Message<?> message) {
    return new Ending(Cause.of((EventMessage<?>) message, ReservationExpiry.PROCESS));
  }
}
