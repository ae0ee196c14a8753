package io.daybook.eventstore.batch;

import static org.axonframework.common.annotation.AnnotationUtils.isAnnotationPresent;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.common.Priority;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/// Passes event handlers their [Batch], and has it written or dropped when the handler returns or fails. Whatever a
/// handler throws comes out as an exception for which its event can be parked.
///
/// It comes last, so that it stands around what others put around a handler.
@Priority(Priority.LAST)
public final class BatchParameter
    implements ParameterResolverFactory, ParameterResolver<Batch>, HandlerEnhancerDefinition {
  private final DataSource database;

  public BatchParameter(DataSource database) {
    this.database = database;
  }

  @Override
  public @Nullable ParameterResolver<Batch> createInstance(
      Executable executable, Parameter[] parameters, int index) {
    return parameters[index].getType() == Batch.class ? this : null;
  }

  @Override
  public Batch resolveParameterValue(Message<?> message) {
    return Batch.of(CurrentUnitOfWork.get(), database, Batch.LIVE, false);
  }

  @Override
  public boolean matches(Message<?> message) {
    return true;
  }

  /// Every handler of events, but for those from which aggregates are sourced.
  @Override
  public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
    Optional<Executable> handler = original.unwrap(Executable.class);
    if (handler.isEmpty()
        || !original.canHandleMessageType(EventMessage.class)
        || isAnnotationPresent(handler.get(), EventSourcingHandler.class)) {
      return original;
    }
    return hasBatchParameter(handler.get())
        ? new GuardedHandler<>(original, this::written)
        : new GuardedHandler<>(original, _ -> Batch.ofCurrent(database));
  }

  private Optional<Batch> written(Message<?> message) {
    ChangedRows.expect();
    return Optional.of(resolveParameterValue(message));
  }

  private static boolean hasBatchParameter(Executable handler) {
    for (Class<?> parameter : handler.getParameterTypes()) {
      if (parameter == Batch.class) {
        return true;
      }
    }
    return false;
  }
}
