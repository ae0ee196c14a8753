package com.example.lamp;

import io.daybook.eventstore.EventType;
import io.daybook.eventstore.EventTypes;
import java.util.Map;
import java.util.Optional;

/// The catalogue of the lamps.
public final class LampTypes implements EventTypes {

  private static final Map<Class<?>, EventType> TYPES =
      Map.of(
          LampEvent.Installed.class, new EventType("lamp.LampInstalled", 1),
          LampEvent.Lit.class, new EventType("lamp.LampLit", 2));

  @Override
  public Optional<EventType> typeOf(Class<?> event) {
    return Optional.ofNullable(TYPES.get(event));
  }

  @Override
  public Optional<Class<?>> classOf(String name) {
    return TYPES.entrySet().stream()
        .filter(entry -> entry.getValue().name().equals(name))
        .<Class<?>>map(Map.Entry::getKey)
        .findFirst();
  }
}
