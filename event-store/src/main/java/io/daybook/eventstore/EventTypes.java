package io.daybook.eventstore;

import java.util.Optional;

/// The names under which events are stored, so that code can move without touching what is stored.
///
/// The application provides the one bean of this type from its catalogue.
public interface EventTypes {

  /// Empty when the class is not an event of the catalogue.
  Optional<EventType> typeOf(Class<?> event);

  /// The class that is written under this name today. Its revision is [#typeOf]'s: an event that is
  /// still older after the upcasters is refused, never decoded on the off chance.
  Optional<Class<?>> classOf(String name);
}
