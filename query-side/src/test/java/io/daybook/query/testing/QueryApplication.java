package io.daybook.query.testing;

import io.daybook.eventstore.EventType;
import io.daybook.eventstore.EventTypes;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.EventCatalogue;
import io.daybook.kernel.json.KernelModule;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import tools.jackson.databind.JacksonModule;

/// The query side alone, over a real event store. No component, so that a program which scans this package beside
/// these tests does not take it in.
@EnableAutoConfiguration
@ComponentScan(
    basePackages = "io.daybook.query",
    excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
public class QueryApplication {

  @Bean
  JacksonModule kernelModule() {
    return new KernelModule();
  }

  @Bean
  EventTypes eventTypes() {
    EventCatalogue events = Capabilities.installed().events();
    return new EventTypes() {
      @Override
      public Optional<EventType> typeOf(Class<?> event) {
        return Optional.ofNullable(events.of(event))
            .map(entry -> new EventType(entry.name(), entry.revision()));
      }

      @Override
      public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(events.named(name)).map(EventCatalogue.Entry::type);
      }
    };
  }

  @Bean
  static CountedStatements countedStatements() {
    return new CountedStatements();
  }
}
