package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.lamp.ForeignNode;
import com.example.lamp.LampEvent;
import com.example.lamp.Rooms;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An event that cannot be read parks its sequence, and the others go on.
class DamagedEventsTest extends FaultyEventsCase {
  /// @param form what is damaged of the stored event
  /// @param processors that want an event of that type
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Damage(
      String form,
      String type,
      String revision,
      String payload,
      byte[] metadata,
      Set<String> processors) {
    @Override
    public String toString() {
      return form;
    }
  }

  private static final byte[] SOUND = {1};
  private static final byte[] DAMAGED = {1, 0, 77};

  static Stream<Damage> damages() {
    Set<String> all = Set.copyOf(PROCESSORS);
    String sound = "{\"lamp\":\"LAMP\",\"brightness\":3}";
    return Stream.of(
        new Damage("the payload is no JSON", "lamp.LampLit", "2", "{\"lamp\":", SOUND, all),
        new Damage("the payload is another event", "lamp.LampLit", "2", "[1]", SOUND, all),
        new Damage("the metadata is cut off", "lamp.LampLit", "2", sound, DAMAGED, all),
        new Damage("the metadata has no form", "lamp.LampLit", "2", sound, new byte[] {7}, all),
        new Damage("nobody knows the type", "lamp.LampSold", "1", sound, SOUND, all),
        new Damage("nobody knows the revision", "lamp.LampLit", "9", sound, SOUND, all),
        new Damage("the upcaster fails", "lamp.LampLit", "1", sound, SOUND, all));
  }

  @ParameterizedTest
  @MethodSource("damages")
  void a_stored_event_that_cannot_be_read_parks_its_sequence_in_every_processor_that_wants_it(
      Damage damage) {
    String bad = installed();
    for (String processor : PROCESSORS) {
      assertThat(letters(processor, bad)).isZero();
    }
    new ForeignNode(database)
        .append(
            bad,
            1,
            damage.type(),
            damage.revision(),
            damage.payload().replace("LAMP", bad),
            damage.metadata());
    String good = installed();
    new ForeignNode(database)
        .append(good, 1, "lamp.LampLit", "2", "{\"lamp\":\"%s\",\"brightness\":4}".formatted(good));

    await().atMost(PATIENCE).until(() -> rooms.seenOf(good).size() == 2);
    await().atMost(PATIENCE).until(() -> shelf.seenOf(good).size() == 2);
    await().atMost(PATIENCE).until(() -> brightness(good) == 4);
    for (String processor : damage.processors()) {
      awaitLetters(processor, bad, 1);
      assertThat(stored(processor, bad)).isEqualTo(damage.payload().replace("LAMP", bad));
      assertThat(retry(processor, bad)).isFalse();
      assertThat(letters(processor, bad)).isEqualTo(1);
      discard(processor, bad);
      assertThat(letters(processor, bad)).isZero();
    }
  }

  /// By an upcaster that was mended, say.
  @Test
  void an_event_that_can_be_read_by_now_is_handled_when_it_is_retried() {
    String lamp = installed();
    new ForeignNode(database)
        .append(lamp, 1, "lamp.LampLit", "1", "{\"lamp\":\"%s\"}".formatted(lamp));
    awaitLetters(Rooms.PROCESSOR, lamp, 1);

    database
        .sql("UPDATE event_store.dead_letter SET payload = ? WHERE stream = ?")
        .params(
            "{\"lamp\":\"%s\",\"on\":true}".formatted(lamp).getBytes(StandardCharsets.UTF_8), lamp)
        .update();

    assertThat(retry(Rooms.PROCESSOR, lamp)).isTrue();
    assertThat(rooms.seenOf(lamp)).contains(new LampEvent.Lit(lamp, 100));
  }

  private String stored(String processor, String lamp) {
    return database
        .sql(
            "SELECT convert_from(payload, 'UTF8') FROM event_store.dead_letter"
                + " WHERE processor = ? AND stream = ?")
        .params(processor, lamp)
        .query(String.class)
        .single();
  }

  private int brightness(String lamp) {
    return database
        .sql("SELECT coalesce(max(brightness), -1) FROM lamp.ledger WHERE lamp = ?")
        .param(lamp)
        .query(Integer.class)
        .single();
  }

  private void discard(String processor, String lamp) {
    queue(processor)
        .deadLetters()
        .forEach(
            sequence ->
                StreamSupport.stream(sequence.spliterator(), false)
                    .filter(letter -> isOf(letter, lamp))
                    .forEach(queue(processor)::evict));
  }
}
