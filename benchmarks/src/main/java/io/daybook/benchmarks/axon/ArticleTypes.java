package io.daybook.benchmarks.axon;

import io.daybook.benchmarks.axon.ArticleEvent.ArticleCreated;
import io.daybook.benchmarks.axon.ArticleEvent.PriceChanged;
import io.daybook.eventstore.EventType;
import io.daybook.eventstore.EventTypes;
import java.util.List;
import java.util.Optional;

/// The catalogue that Daybook's event store asks for.
final class ArticleTypes implements EventTypes {
  private static final List<Class<?>> EVENTS = List.of(ArticleCreated.class, PriceChanged.class);

  @Override
  public Optional<EventType> typeOf(Class<?> event) {
    return EVENTS.contains(event) ? Optional.of(new EventType(name(event), 1)) : Optional.empty();
  }

  @Override
  public Optional<Class<?>> classOf(String name) {
    return EVENTS.stream().filter(event -> name(event).equals(name)).findFirst();
  }

  private static String name(Class<?> event) {
    return "article." + event.getSimpleName();
  }
}
