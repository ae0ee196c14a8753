package com.example.lamp;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.ResetHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/// A projection that remembers what it was given, and can be made to choke on a lamp.
@Component
@ProcessingGroup(Rooms.PROCESSOR)
public class Rooms {

  public static final String PROCESSOR = "projection-lamp";

  public final List<LampEvent> seen = new CopyOnWriteArrayList<>();
  public final List<LampEvent> replayed = new CopyOnWriteArrayList<>();
  public final Set<String> poisoned = ConcurrentHashMap.newKeySet();

  /// What the handler does with the events of a lamp, which is to fail.
  public final Map<String, Callable<?>> failing = new ConcurrentHashMap<>();

  public final Map<String, String> traces = new ConcurrentHashMap<>();

  @EventHandler
  void on(LampEvent event, ReplayStatus status) throws Exception {
    if (poisoned.contains(event.lamp())) {
      throw new IllegalStateException("poisoned");
    }
    @Nullable Callable<?> failure = failing.get(event.lamp());
    if (failure != null) {
      failure.call();
    }
    traces.put(event.lamp(), String.valueOf(MDC.get("traceId")));
    (status.isReplay() ? replayed : seen).add(event);
  }

  @ResetHandler
  void reset() {
    replayed.clear();
  }

  public List<LampEvent> seenOf(String lamp) {
    return seen.stream().filter(event -> event.lamp().equals(lamp)).toList();
  }
}
