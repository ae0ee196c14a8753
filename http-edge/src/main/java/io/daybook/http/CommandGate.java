package io.daybook.http;

import io.daybook.eventstore.DryRun;
import io.daybook.eventstore.EventTypes;
import io.daybook.kernel.json.KernelJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventhandling.EventMessage;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends a call's command. Its own answer is the usual one: the id, the position, and `201` for what was
/// created.
@Component
public class CommandGate implements CommandAnswer {
  public static final String POSITION = "Daybook-Position";

  private final CommandGateway commands;
  private final EventTypes types;
  private final JsonMapper mapper = KernelJson.mapper().build();

  CommandGate(CommandGateway commands, EventTypes types) {
    this.commands = commands;
    this.types = types;
  }

  @Override
  public ResponseEntity<Object> answer(CommandCall call) {
    Receipt receipt = send(call);
    Object body = Map.of("id", idOf(call, receipt));
    return ResponseEntity.status(receipt.changed() ? call.status().value() : 200)
        .header(POSITION, Long.toString(receipt.position()))
        .body(body);
  }

  /// The id to answer with: that of the earlier request, where one had the same idempotency key.
  public String idOf(CommandCall call, Receipt receipt) {
    String repeated = receipt.repeated();
    return repeated == null ? call.id() : repeated;
  }

  /// @throws io.daybook.kernel.Rejection when the command is refused
  public Receipt send(CommandCall call) {
    AtomicReference<Receipt> receipt = sendAndWait(call);
    return Objects.requireNonNull(receipt.get(), "a command that wrote no receipt");
  }

  /// Handles the command in a transaction that is rolled back, and answers with its events.
  ResponseEntity<Object> dryRun(CommandCall call) {
    try {
      send(call);
      return dryRun(List.of());
    } catch (DryRun run) {
      return dryRun(run.events());
    }
  }

  private <R> R sendAndWait(CommandCall call) {
    try {
      return commands.<R>send(new GenericCommandMessage<>(call.command(), call.metaData())).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private ResponseEntity<Object> dryRun(List<EventMessage<?>> events) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("dryRun", true);
    body.put("events", events.stream().map(this::shown).toList());
    return ResponseEntity.ok(body);
  }

  private Map<String, Object> shown(EventMessage<?> event) {
    JsonNode payload = mapper.valueToTree(event.getPayload());
    var type = types.typeOf(event.getPayloadType()).orElseThrow();
    return Map.of("type", type.name(), "revision", type.revision(), "payload", payload);
  }
}
