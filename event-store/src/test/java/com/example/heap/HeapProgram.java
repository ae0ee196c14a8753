package com.example.heap;

import static org.awaitility.Awaitility.await;

import com.example.lamp.LampEvent;
import com.example.lamp.LampTypes;
import io.daybook.eventstore.EventTypes;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// Appends events of a megabyte, has them handled as they come, and then all of them once more.
@SpringBootApplication
public class HeapProgram {

  private static final int MEGABYTE = 1 << 20;
  private static final Duration TIMEOUT = Duration.ofMinutes(20);

  @Bean
  EventTypes lampTypes() {
    return new LampTypes();
  }

  /// @param heap as the JVM wants it
  public static Process start(String heap, String url, int events) throws IOException {
    return new ProcessBuilder(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                HeapProgram.class.getName(),
                url,
                Integer.toString(events)))
        .inheritIO()
        .start();
  }

  public static void main(String[] arguments) {
    int events = Integer.parseInt(arguments[1]);
    try (ConfigurableApplicationContext program =
        SpringApplication.run(HeapProgram.class, "--spring.datasource.url=" + arguments[0])) {
      Deliveries deliveries = program.getBean(Deliveries.class);
      for (int event = 0; event < events; event++) {
        append(program.getBean(EventStore.class));
      }
      await().atMost(TIMEOUT).until(() -> deliveries.events.get() == events);
      StreamingEventProcessor processor =
          program
              .getBean(EventProcessingConfiguration.class)
              .eventProcessor(Deliveries.PROCESSOR, StreamingEventProcessor.class)
              .orElseThrow();
      processor.shutDown();
      processor.resetTokens();
      processor.start();
      await().atMost(TIMEOUT).until(() -> deliveries.characters.get() == 2L * events * MEGABYTE);
    }
  }

  private static void append(EventStore store) {
    String lamp = "shop/lamp_" + UUID.randomUUID();
    store.publish(
        new GenericDomainEventMessage<>(
            "Lamp", lamp, 0, new LampEvent.Installed(lamp, "r".repeat(MEGABYTE))));
  }
}
