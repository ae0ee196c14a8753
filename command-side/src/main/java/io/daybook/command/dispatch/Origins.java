package io.daybook.command.dispatch;

import io.daybook.kernel.Meta;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/// What a message hands down to all that it sets off: whose it is, who began it, and what caused it.
public final class Origins implements CorrelationDataProvider {
  private static final List<String> INHERITED =
      List.of(
          Meta.TENANT_ID,
          Meta.ACTOR_TYPE,
          Meta.ACTOR_ID,
          Meta.EFFECTIVE_AT,
          Meta.TRACEPARENT,
          Meta.COMMAND_ID);

  @Override
  public Map<String, ?> correlationDataFor(Message<?> message) {
    Map<String, Object> data = new HashMap<>();
    for (String key : INHERITED) {
      Object value = message.getMetaData().get(key);
      if (value != null) {
        data.put(key, value);
      }
    }
    Object correlation = message.getMetaData().get(Meta.CORRELATION_ID);
    data.put(Meta.CORRELATION_ID, correlation == null ? message.getIdentifier() : correlation);
    data.put(Meta.CAUSATION_ID, causation(message));
    if (message instanceof CommandMessage<?>) {
      data.put(Meta.COMMAND_ID, message.getIdentifier());
    }
    return data;
  }

  /// A command is not stored, so its events name what is: the event because of which a process sent it. Only
  /// those of a request name the command itself.
  private static Object causation(Message<?> message) {
    Object event =
        message instanceof CommandMessage<?> ? message.getMetaData().get(Meta.CAUSATION_ID) : null;
    return event == null ? message.getIdentifier() : event;
  }
}
