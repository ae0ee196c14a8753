package io.daybook.eventstore.batch;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import javax.sql.DataSource;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/// Passes event handlers their [Batch], and has it written or dropped when the handler returns or fails.
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

  @Override
  public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
    return original.unwrap(Executable.class).filter(BatchParameter::hasBatchParameter).isPresent()
        ? new BatchedHandler<>(original)
        : original;
  }

  private static boolean hasBatchParameter(Executable handler) {
    for (Class<?> parameter : handler.getParameterTypes()) {
      if (parameter == Batch.class) {
        return true;
      }
    }
    return false;
  }

  private final class BatchedHandler<T> extends WrappedMessageHandlingMember<T> {
    BatchedHandler(MessageHandlingMember<T> original) {
      super(original);
    }

    @Override
    public @Nullable Object handle(Message<?> message, T target) throws Exception {
      ChangedRows.expect();
      return resolveParameterValue(message).during(message, () -> super.handle(message, target));
    }
  }
}
