package io.daybook.saga.process;

import io.daybook.kernel.Actor;
import io.daybook.saga.Cause;
import io.daybook.saga.ProcessCommands;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;

/// Gives the handlers of a saga their [CommandSender].
///
/// @param actor who sends the commands
public record CommandSenderResolver(Actor actor, ProcessCommands commands)
    implements ParameterResolverFactory, ParameterResolver<CommandSender> {

  @Override
  public @Nullable ParameterResolver<CommandSender> createInstance(
      Executable executable, Parameter[] parameters, int index) {
    return parameters[index].getType() == CommandSender.class ? this : null;
  }

  @Override
  public boolean matches(Message<?> message) {
    return message instanceof EventMessage<?>;
  }

  @Override
  public CommandSender resolveParameterValue(Message<?> message) {
    return new CommandSender(commands, Cause.of((EventMessage<?>) message, actor));
  }
}
