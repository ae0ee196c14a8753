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

/// Decides which events may concern an expiring reservation.
public final class ExpiryCauseResolver
    implements ParameterResolverFactory, ParameterResolver<ExpiryCause> {
  /// Reserves without an expiry, because it has a deadline of its own. What it releases or deducts
  /// was reserved by it, or taken over by it from an expiring reservation, of which then nothing is
  /// left.
  private static final Actor WITH_OWN_DEADLINE = Processes.ORDER_PLACEMENT;

  @Override
  public @Nullable ParameterResolver<ExpiryCause> createInstance(
      Executable executable, Parameter[] parameters, int index) {
    return parameters[index].getType() == ExpiryCause.class ? this : null;
  }

  @Override
  public boolean matches(Message<?> message) {
    return message.getPayload() instanceof InventoryReserved reserved
        ? reserved.expiresAt() != null
        : !hasOwnDeadline(message.getMetaData());
  }

  private static boolean hasOwnDeadline(MetaData cause) {
    return WITH_OWN_DEADLINE.kind().spelling().equals(cause.get(Meta.ACTOR_TYPE))
        && WITH_OWN_DEADLINE.id().equals(cause.get(Meta.ACTOR_ID));
  }

  @Override
  public ExpiryCause resolveParameterValue(Message<?> message) {
    return new ExpiryCause(Cause.of((EventMessage<?>) message, ReservationExpiry.PROCESS));
  }
}
