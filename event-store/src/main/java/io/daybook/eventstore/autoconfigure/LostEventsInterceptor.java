package io.daybook.eventstore.autoconfigure;

import io.daybook.eventstore.token.PostgresTokenStore;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/// Asks once for each transaction of a processor whether its events are still in the store, before the first is
/// handled: a process would send commands for what has never happened.
///
/// @param processor its name
record LostEventsInterceptor(TokenStore tokens, String processor)
    implements MessageHandlerInterceptor<EventMessage<?>> {

  private static final String ASKED = LostEventsInterceptor.class.getName();

  @Override
  public @Nullable Object handle(UnitOfWork<? extends EventMessage<?>> unit, InterceptorChain chain)
      throws Exception {
    @Nullable Integer segment = unit.getResource("Processor[" + processor + "]/SegmentId");
    if (segment != null
        && tokens instanceof PostgresTokenStore store
        && unit.resources().putIfAbsent(ASKED, true) == null) {
      store.requireSameEvents(processor, segment);
    }
    return chain.proceed();
  }
}
