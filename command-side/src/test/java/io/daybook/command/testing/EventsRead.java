package io.daybook.command.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Counts how many events are read from each stream, at the engine itself.
public class EventsRead implements BeanPostProcessor {
  private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();

  public long of(String stream) {
    return counter(stream).get();
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof EventStorageEngine engine ? counting(engine) : bean;
  }

  private Object counting(EventStorageEngine engine) {
    return Proxy.newProxyInstance(
        EventStorageEngine.class.getClassLoader(),
        new Class<?>[] {EventStorageEngine.class},
        (proxy, method, arguments) -> {
          Object answer = call(engine, method, arguments);
          return answer instanceof DomainEventStream events
              ? counted(events, counter((String) arguments[0]))
              : answer;
        });
  }

  private static DomainEventStream counted(DomainEventStream events, AtomicLong counter) {
    return DomainEventStream.of(
        events.asStream().peek(event -> counter.incrementAndGet()), events::getLastSequenceNumber);
  }

  private static Object call(EventStorageEngine engine, Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(engine, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private AtomicLong counter(String stream) {
    return counts.computeIfAbsent(stream, unknown -> new AtomicLong());
  }
}
