package io.daybook.command.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.kernel.Meta;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.Test;

class OriginsTest {
  private final Origins origins = new Origins();
  private final CommandMessage<?> request = new GenericCommandMessage<>("request");

  @Test
  void the_events_of_a_request_name_it_as_their_cause() {
    assertThat(handedDown(request))
        .containsEntry(Meta.CAUSATION_ID, request.getIdentifier())
        .containsEntry(Meta.CORRELATION_ID, request.getIdentifier())
        .containsEntry(Meta.COMMAND_ID, request.getIdentifier());
  }

  /// The command is stored nowhere: named as the cause, it would be the end of the trail.
  @Test
  void the_events_of_a_processs_command_name_the_event_that_the_process_handled() {
    CommandMessage<?> sent =
        new GenericCommandMessage<>("sent")
            .withMetaData(Map.of(Meta.CAUSATION_ID, "event-1", Meta.CORRELATION_ID, "request-1"));

    assertThat(handedDown(sent))
        .containsEntry(Meta.CAUSATION_ID, "event-1")
        .containsEntry(Meta.CORRELATION_ID, "request-1")
        .containsEntry(Meta.COMMAND_ID, sent.getIdentifier());
  }

  @Test
  void what_an_event_sets_off_names_the_event() {
    EventMessage<?> event =
        GenericEventMessage.asEventMessage("event")
            .andMetaData(Map.of(Meta.CAUSATION_ID, "earlier", Meta.CORRELATION_ID, "request-1"));

    assertThat(handedDown(event))
        .containsEntry(Meta.CAUSATION_ID, event.getIdentifier())
        .containsEntry(Meta.CORRELATION_ID, "request-1");
  }

  private Map<String, Object> handedDown(Message<?> message) {
    return new HashMap<>(origins.correlationDataFor(message));
  }
}
