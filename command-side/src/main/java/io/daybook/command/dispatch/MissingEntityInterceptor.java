package io.daybook.command.dispatch;

import io.daybook.kernel.Command;
import io.daybook.kernel.Rejection;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/// Turns Axon's exception for a missing aggregate into the refusal that the command names.
public final class MissingEntityInterceptor
    implements MessageHandlerInterceptor<CommandMessage<?>> {

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    try {
      return chain.proceed();
    } catch (AggregateNotFoundException e) {
      if (!(unitOfWork.getMessage().getPayload() instanceof Command command)) {
        throw e;
      }
      throw Rejection.of(command.missing()).with("id", command.target(), "does not exist");
    }
  }
}
