package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.lamp.ForeignNode;
import com.example.lamp.LampEvent;
import com.example.lamp.LampTest;
import java.time.Instant;
import java.util.Map;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

class StoredFormatTest extends LampTest {

  @Autowired EventStore events;
  @Autowired EventHistory history;
  @Autowired Configuration axon;

  @Test
  void an_event_is_stored_under_its_catalogue_name_and_revision() {
    String lamp = installed();
    light(lamp, 7);

    assertThat(history.ofStream("shop", lamp, -1, 10))
        .extracting(StoredEvent::type)
        .containsExactly(new EventType("lamp.LampInstalled", 1), new EventType("lamp.LampLit", 2));
  }

  @Test
  void payload_and_metadata_are_plain_json() {
    String lamp = newLamp();
    Instant at = Instant.parse("2026-01-02T03:04:05Z");
    var event =
        new GenericDomainEventMessage<>("Lamp", lamp, 0, new LampEvent.Installed(lamp, "attic"));
    events.publish(event.andMetaData(Map.of("at", at, "count", 3, "by", "usr_1")));

    StoredEvent stored = history.ofStream("shop", lamp, -1, 1).getFirst();
    assertThat(stored.payload()).isEqualTo("{\"lamp\":\"%s\",\"room\":\"attic\"}".formatted(lamp));
    assertThat(stored.metadata())
        .containsAllEntriesOf(Map.of("at", at.toString(), "count", "3", "by", "usr_1"));
    assertThat(events.readEvents(lamp).next().getMetaData()).containsEntry("by", "usr_1");
  }

  @Test
  void the_tenant_of_an_event_is_the_head_of_its_stream() {
    String lamp = installed();

    assertThat(
            database
                .sql("SELECT tenant_id FROM event_store.readable_event WHERE stream = ?")
                .param(lamp)
                .query(String.class)
                .single())
        .isEqualTo("shop");
  }

  @Test
  void an_event_of_an_older_revision_is_upcast_before_anyone_sees_it() {
    String lamp = installed();
    new ForeignNode(database)
        .append(lamp, 1, "lamp.LampLit", "1", "{\"lamp\":\"%s\",\"on\":true}".formatted(lamp));

    assertThat(events.readEvents(lamp, 1).asStream().<Object>map(EventMessage::getPayload))
        .containsExactly(new LampEvent.Lit(lamp, 100));
    assertThat(light(lamp, 5)).isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource({"lamp.LampLit, 1", "lamp.LampLit, 3", "lamp.LampSold, 1"})
  void what_the_catalogue_does_not_know_in_this_revision_is_refused(String name, String revision) {
    assertThatThrownBy(
            () -> axon.eventSerializer().classForType(new SimpleSerializedType(name, revision)))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void what_is_not_in_the_catalogue_is_not_stored() {
    assertThatThrownBy(() -> events.publish(GenericEventMessage.asEventMessage("just a text")))
        .isInstanceOf(SerializationException.class);
  }
}
