package com.example.shelf;

import com.example.lamp.LampEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A projection with a sequencing policy of its own, which cannot stand some lamps.
@ProcessingGroup(Shelf.PROCESSOR)
public class Shelf {
  public static final String PROCESSOR = "projection-shelf";

  /// Of which the policy knows no sequence.
  public static final Set<String> OUT_OF_ORDER = ConcurrentHashMap.newKeySet();

  public final List<LampEvent> seen = new CopyOnWriteArrayList<>();

  @EventHandler
  void on(LampEvent event) {
    seen.add(event);
  }

  public List<LampEvent> seenOf(String lamp) {
    return seen.stream().filter(event -> event.lamp().equals(lamp)).toList();
  }

  /// By lamp, as the payload says, for an application that wants a shelf.
  @Configuration(proxyBeanMethods = false)
  public static class Wiring {
    @Bean
    Shelf shelf() {
      return new Shelf();
    }

    @Bean
    ConfigurerModule shelfSequences() {
      return configurer ->
          configurer
              .eventProcessing()
              .registerSequencingPolicy(
                  PROCESSOR, _ -> event -> sequence((LampEvent) event.getPayload()));
    }

    private static String sequence(LampEvent event) {
      if (OUT_OF_ORDER.contains(event.lamp())) {
        throw new StackOverflowError("no sequence");
      }
      return event.lamp();
    }
  }
}
