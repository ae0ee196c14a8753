package io.daybook.command.dispatch;

import io.daybook.eventstore.EventType;
import io.daybook.eventstore.EventTypes;
import io.daybook.kernel.EventCatalogue;
import java.util.Optional;

/// Tells the event store the names that the catalogue gives to events.
public record StoredNames(EventCatalogue catalogue) implements EventTypes {

  @Override
  public Optional<EventType> typeOf(Class<?> event) {
    return Optional.ofNullable(catalogue.of(event))
        .map(entry -> new EventType(entry.name(), entry.revision()));
  }

  @Override
  public Optional<Class<?>> classOf(String name) {
    return Optional.ofNullable(catalogue.named(name)).map(EventCatalogue.Entry::type);
  }
}
