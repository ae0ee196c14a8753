package io.daybook.command.dispatch;

import io.daybook.http.Contexts;
import io.daybook.kernel.Context;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/// Gives a handler its [Context], made from the metadata of the message that it handles.
public final class ContextResolver implements ParameterResolverFactory {

  @Override
  public @Nullable ParameterResolver<Context> createInstance(
      Executable executable, Parameter[] parameters, int index) {
    return parameters[index].getType() == Context.class ? new FromMetadata() : null;
  }

  private static final class FromMetadata implements ParameterResolver<Context> {
    @Override
    public Context resolveParameterValue(Message<?> message) {
      return Contexts.of(message);
    }

    @Override
    public boolean matches(Message<?> message) {
      return true;
    }
  }
}
