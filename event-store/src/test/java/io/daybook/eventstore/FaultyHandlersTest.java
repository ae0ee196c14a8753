package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.example.lamp.Ledger;
import com.example.lamp.Rooms;
import com.example.shelf.Shelf;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An event that cannot be handled parks its sequence, and the others go on, whatever throws and wherever.
class FaultyHandlersTest extends FaultyEventsCase {
  /// @param name for people
  record Fault(String name, Callable<Object> handler) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault("an exception", () -> fail(new IllegalStateException("no"))),
        new Fault("a checked exception", () -> fail(new IOException("no"))),
        new Fault("an assertion", () -> fail(new AssertionError("no"))),
        new Fault("a missing class", () -> fail(new NoClassDefFoundError("no"))),
        new Fault("a stack that is too deep", FaultyHandlersTest::deep),
        new Fault("no message", () -> fail(new NullPointerException())),
        new Fault("a message with NUL and half an emoji", () -> fail(new Error("\u0000 \ud83d"))),
        new Fault("a throwable of no kind", () -> fail(new Throwable("no"))));
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> Object fail(Throwable failure) throws T {
    throw (T) failure;
  }

  private static Object deep() {
    return List.of(deep());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void whatever_a_handler_throws_parks_its_sequence_alone(Fault fault) {
    String bad = newLamp();
    rooms.failing.put(bad, fault.handler());
    install(bad);
    light(bad, 9);
    String good = installed();

    awaitSeen(good);
    awaitLetters(Rooms.PROCESSOR, bad, 2);
    assertThat(letters(Ledger.PROCESSOR, bad)).isZero();

    rooms.failing.clear();
    assertThat(retry(Rooms.PROCESSOR, bad)).isTrue();
    assertThat(rooms.seenOf(bad)).hasSize(2);
    assertThat(letters(Rooms.PROCESSOR, bad)).isZero();
  }

  /// Axon would look the dead letters up in the transaction that takes no statement any more.
  @Test
  void a_statement_that_a_handler_has_refused_parks_its_sequence_alone() {
    String bad = newLamp();
    rooms.failing.put(bad, () -> database.sql("SELECT 1 / 0").query(Integer.class).single());
    String before = installed();
    install(bad);
    light(bad, 9);
    String good = installed();

    awaitSeen(before);
    awaitSeen(good);
    awaitLetters(Rooms.PROCESSOR, bad, 2);
    assertThat(retry(Rooms.PROCESSOR, bad)).isFalse();
    assertThat(letters(Rooms.PROCESSOR, bad)).isEqualTo(2);

    rooms.failing.clear();
    assertThat(retry(Rooms.PROCESSOR, bad)).isTrue();
    assertThat(rooms.seenOf(before)).hasSize(1);
  }

  @Test
  void a_database_that_is_away_parks_nothing() {
    String lamp = newLamp();
    AtomicInteger attempts = new AtomicInteger();
    rooms.failing.put(
        lamp,
        () -> {
          attempts.incrementAndGet();
          return database
              .sql("DO $$ BEGIN RAISE EXCEPTION 'away' USING ERRCODE = '57P05'; END $$")
              .update();
        });
    install(lamp);

    await().atMost(PATIENCE).until(() -> attempts.get() > 1);
    assertThat(letters(Rooms.PROCESSOR, lamp)).isZero();

    rooms.failing.clear();
    awaitSeen(lamp);
    assertThat(letters(Rooms.PROCESSOR, lamp)).isZero();
  }

  @Test
  void an_event_whose_sequence_is_not_known_is_parked_with_those_of_its_aggregate() {
    String bad = newLamp();
    Shelf.OUT_OF_ORDER.add(bad);
    install(bad);
    light(bad, 9);
    String good = installed();

    await().atMost(PATIENCE).until(() -> shelf.seenOf(good).size() == 1);
    awaitLetters(Shelf.PROCESSOR, bad, 2);
    assertThat(shelf.seenOf(bad)).isEmpty();
  }
}
