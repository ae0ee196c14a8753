package io.daybook.app.processors;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.witness.FaultInjector;
import io.daybook.app.RunningProgramTest;
import io.daybook.kernel.Capabilities;
import io.daybook.kernel.Event;
import io.daybook.kernel.EventCatalogue;
import io.daybook.kernel.Meta;
import io.daybook.kernel.Samples;
import io.daybook.kernel.json.KernelJson;
import io.daybook.order.OrderEvent.OrderPlacementStarted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.AbstractEventProcessor;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Each handler of each processor fails, with each kind of throwable: the event is parked in each of them, and all
/// come to the head. The events are those of the catalogue, so that later ones are in it by themselves.
class EveryProcessorTest extends RunningProgramTest {
  private static final Path GOLDEN = Path.of("../shared-kernel/src/test/resources/golden");

  /// A process takes what is of its own order, from its start on.
  private static final String ANY_ORDER = "ord_[0-9a-f-]{36}";

  private static final String ONE_ORDER = "ord_" + Samples.uuid(1);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Autowired private EventStore events;
  @Autowired private EventProcessingConfiguration processing;
  @Autowired private FaultInjector faults;
  @Autowired private JdbcClient database;

  /// @param name for people
  record Fault(String name, Callable<?> handler) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("an exception", () -> fail(new IllegalStateException("injected"))),
        new Fault("an error", () -> fail(new LinkageError("injected \u0000"))),
        new Fault("a stack that is too deep", () -> fail(new StackOverflowError("injected"))));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> Object fail(Throwable failure) throws T {
    throw (T) failure;
  }

  @AfterEach
  void heal() {
    faults.heal();
    processing.eventProcessors().keySet().stream()
        .flatMap(name -> processing.deadLetterQueue(name).stream())
        .forEach(queue -> queue.clear());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatever_is_thrown_parks_the_event_wherever_it_is_handled_and_all_come_to_the_head(
      Fault fault) throws IOException {
    List<EventMessage<?>> all = new ArrayList<>();
    for (EventCatalogue.Entry entry : Capabilities.installed().events().entries()) {
      all.add(message(entry));
    }
    all.sort(comparing(event -> !(event.getPayload() instanceof OrderPlacementStarted)));
    all.forEach(event -> faults.inject(event.getIdentifier(), fault.handler()));
    Set<String> expected = expected(all);

    events.publish(all);

    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(letters(all)).containsExactlyElementsOf(expected));
    await().atMost(PATIENCE).until(this::isAtHead);
  }

  private static EventMessage<?> message(EventCatalogue.Entry entry) throws IOException {
    Path file = GOLDEN.resolve("%s.%d.json".formatted(entry.name(), entry.revision()));
    String golden =
        Files.readString(file)
            .replaceAll(ANY_ORDER, ONE_ORDER)
            .replace("a name", "name " + UUID.randomUUID());
    Event event = KernelJson.mapper().build().readValue(golden, entry.type());
    return new GenericDomainEventMessage<>(
        "Test", "default/" + UUID.randomUUID(), 0, event, Map.of(Meta.TENANT_ID, "default"));
  }

  private static String told(EventMessage<?> event) {
    return event.getPayloadType().getSimpleName() + " " + event.getIdentifier();
  }

  /// `processor event`, of each processor that handles the event.
  private Set<String> expected(List<EventMessage<?>> all) {
    Set<String> expected = new TreeSet<>();
    processing
        .eventProcessors()
        .forEach(
            (name, processor) ->
                all.stream()
                    .filter(
                        event ->
                            ((AbstractEventProcessor) processor)
                                .eventHandlerInvoker()
                                .canHandle(event, Segment.ROOT_SEGMENT))
                    .forEach(event -> expected.add(name + " " + told(event))));
    return expected;
  }

  private Set<String> letters(List<EventMessage<?>> all) {
    Map<String, String> told =
        all.stream().collect(toMap(EventMessage::getIdentifier, EveryProcessorTest::told));
    Set<String> letters = new TreeSet<>();
    database
        .sql("SELECT processor, event_id FROM event_store.dead_letter WHERE event_id = ANY (?)")
        .param(all.stream().map(EventMessage::getIdentifier).toArray(String[]::new))
        .query(
            row -> {
              letters.add(row.getString("processor") + " " + told.get(row.getString("event_id")));
            });
    return letters;
  }

  private boolean isAtHead() throws Exception {
    for (JsonNode processor : get("/api/v1/admin/processors")) {
      if (processor.path("lag").asLong() > 0 || processor.path("stuck").isObject()) {
        return false;
      }
    }
    return true;
  }
}
