package io.daybook.command.dispatch;

import io.daybook.http.Contexts;
import io.daybook.kernel.Command;
import io.daybook.kernel.CommandCheck;
import io.daybook.kernel.Context;
import io.daybook.kernel.Instants;
import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// Lets no command through that could not be kept, shown and read again, whoever has sent it.
final class CommandCheckInterceptor implements MessageHandlerInterceptor<CommandMessage<?>> {

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    CommandMessage<?> message = unitOfWork.getMessage();
    if (message.getPayload() instanceof Command command) {
      Context context = Contexts.of(message);
      CommandCheck.check(command, context.actor().kind());
      if (!Instants.canBeKept(context.at())) {
        throw Rejection.of(KernelRejection.INVALID_INSTANT)
            .with("effectiveAt", context.at(), "must lie in the years 1970 to 9999");
      }
    }
    return chain.proceed();
  }
}
