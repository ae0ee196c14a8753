package io.daybook.command.testing;

import io.daybook.kernel.Event;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Counts how many events are read from each stream.
public class EventsRead implements BeanPostProcessor {
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

  public long of(String stream) {
    return counter(stream).get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof EventStore store ? counting(store) : bean;
  }

  private Object counting(EventStore store) {
    return Proxy.newProxyInstance(
        EventStore.class.getClassLoader(),
        new Class<?>[] {EventStore.class},
        (proxy, method, arguments) -> {
          Object answer = call(store, method, arguments);
          return answer instanceof DomainEventStream events
              ? counted(events, counter((String) arguments[0]))
              : answer;
        });
  }

  private static DomainEventStream counted(DomainEventStream events, AtomicLong counter) {
    return DomainEventStream.of(
        events.asStream().peek(message -> count(message, counter)), events::getLastSequenceNumber);
  }

  /// A snapshot is no event.
  private static void count(DomainEventMessage<?> message, AtomicLong counter) {
    if (Event.class.isAssignableFrom(message.getPayloadType())) {
      counter.incrementAndGet();
    }
  }

  private static Object call(EventStore store, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(store, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private AtomicLong counter(String stream) {
    return counts.computeIfAbsent(stream, unknown -> new AtomicLong());
  }
}
