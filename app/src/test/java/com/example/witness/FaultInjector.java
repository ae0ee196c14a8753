package com.example.witness;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.HandlerEnhancerDefinition;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.jspecify.annotations.Nullable;

/// Has every handler of some events fail, in whatever processor.
public final class FaultInjector implements HandlerEnhancerDefinition {
  private final Map<String, Callable<?>> faults = new ConcurrentHashMap<>();

  /// @param event its id
  /// @param fault what each of its handlers does instead
  public void inject(String event, Callable<?> fault) {
    faults.put(event, fault);
  }

  public void heal() {
    faults.clear();
  }

  @Override
  public <T> MessageHandlingMember<T> wrapHandler(MessageHandlingMember<T> original) {
    return original.canHandleMessageType(EventMessage.class) ? new Faulty<>(original) : original;
  }

  private final class Faulty<T> extends WrappedMessageHandlingMember<T> {
    Faulty(MessageHandlingMember<T> original) {
      super(original);
    }

    @Override
    public @Nullable Object handle(Message<?> message, T target) throws Exception {
      @Nullable Callable<?> fault = faults.get(message.getIdentifier());
      return fault == null ? super.handle(message, target) : fault.call();
    }
  }
}
