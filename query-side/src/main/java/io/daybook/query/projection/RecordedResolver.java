package io.daybook.query.projection;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Gives event handlers their [Recorded].
@Component
public final class RecordedResolver
    implements ParameterResolverFactory, ParameterResolver<Recorded> {

  @Override
  public @Nullable ParameterResolver<Recorded> createInstance(
      Executable executable, Parameter[] parameters, int index) {
    return parameters[index].getType() == Recorded.class ? this : null;
  }

  @Override
  public Recorded resolveParameterValue(Message<?> message) {
    return Recorded.of((DomainEventMessage<?>) message);
  }

  @Override
  public boolean matches(Message<?> message) {
    return message instanceof DomainEventMessage<?>;
  }
}
