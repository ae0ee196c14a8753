package io.daybook.eventstore.batch;

import io.daybook.eventstore.Failures;
import io.daybook.eventstore.UnreadableEvent;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.MessageHandlingMember;
import org.axonframework.messaging.annotation.WrappedMessageHandlingMember;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has whatever an event handler throws come out as an exception, for which its processor parks the event, and in a
/// transaction in which that can be written.
final class GuardedHandler<T> extends WrappedMessageHandlingMember<T> {

  private static final Logger log = LoggerFactory.getLogger(GuardedHandler.class);

  private final Function<Message<?>, Optional<Batch>> batch;

  /// @param batch in which the handler of a message writes, if it is handled in one
  GuardedHandler(MessageHandlingMember<T> original, Function<Message<?>, Optional<Batch>> batch) {
    super(original);
    this.batch = batch;
  }

  /// A parameter that cannot be found out of the event must not keep the processor from it: the event is handled,
  /// fails, and is parked.
  @Override
  public boolean canHandle(Message<?> message) {
    if (!(message instanceof EventMessage<?>)) {
      return super.canHandle(message);
    }
    try {
      return message.getPayloadType() == UnreadableEvent.class || super.canHandle(message);
    } catch (RuntimeException | Error e) {
      log.debug("It is not known whether {} takes {}", signature(), message.getIdentifier(), e);
      Failures.requireMachine(e);
      return true;
    }
  }

  @Override
  public boolean canHandleType(Class<?> payloadType) {
    return payloadType == UnreadableEvent.class || super.canHandleType(payloadType);
  }

  @Override
  public @Nullable Object handle(Message<?> message, T target) throws Exception {
    try {
      requireHandleable(message);
      Optional<Batch> written = batch.apply(message);
      return written.isPresent()
          ? written.get().during(message, () -> super.handle(message, target))
          : super.handle(message, target);
    } catch (Error e) {
      throw Failures.asException(e);
    }
  }

  /// @throws Exception why it is to be parked
  private static void requireHandleable(Message<?> message) throws Exception {
    if (message.getPayloadType() == UnreadableEvent.class) {
      message.getPayload();
    }
    if (CurrentUnitOfWork.isStarted()) {
      SafeSequencing.requireSequence(CurrentUnitOfWork.get(), message);
    }
  }
}
