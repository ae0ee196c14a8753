package com.example.desk;

import io.daybook.eventstore.EventType;
import io.daybook.eventstore.EventTypes;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

@SpringBootApplication
public class DeskApplication {

  private static final Map<String, Class<?>> EVENTS =
      Map.of(
          "desk.TicketOpened", TicketOpened.class,
          "desk.TicketRanked", TicketRanked.class,
          "desk.DeskClosed", DeskClosed.class);

  @Bean
  EventTypes deskTypes() {
    return new EventTypes() {
      @Override
      public Optional<EventType> typeOf(Class<?> event) {
        return EVENTS.entrySet().stream()
            .filter(entry -> entry.getValue() == event)
            .findFirst()
            .map(entry -> new EventType(entry.getKey(), 1));
      }

      @Override
      public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(EVENTS.get(name));
      }
    };
  }
}
