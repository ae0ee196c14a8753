package io.daybook.eventstore.append;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import io.daybook.eventstore.EventType;
import io.daybook.eventstore.EventTypes;
import io.daybook.eventstore.JsonRules;
import io.daybook.eventstore.NotStorable;
import io.daybook.eventstore.json.EventSerializer;
import io.daybook.eventstore.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Nothing is appended that would not be read again as it is.
class ReadBackTest {
  private static final DataSource DATABASE = TestDatabase.fresh();
  private static final Rig RIG = new Rig(DATABASE);
  private static final String HALF = "half \ud83d";
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  record Labelled(@Nullable String text, Map<String, String> labels, @Nullable Instant at) {}

  /// What is written of it is refused when it is read.
  record Priced(Price price) {}

  static final class Price {
    public final String currency;

    private Price(String currency) {
      this.currency = currency;
    }

    @JsonCreator
    static Price of(String currency) {
      if (currency.isEmpty()) {
        throw new IllegalArgumentException("a price has a currency");
      }
      return new Price(currency);
    }

    @JsonValue
    String written() {
      return currency;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Price price && price.currency.equals(currency);
    }

    @Override
    public int hashCode() {
      return currency.hashCode();
    }
  }

  record Forgetful(String kept, @JsonIgnore String forgotten) {}

  @SuppressWarnings("ArrayRecordComponent") // which has no equality of its own
  record WithArray(int[] numbers) {}

  private static final EventTypes TYPES =
      new EventTypes() {
        private static final Map<Class<?>, String> NAMES =
            Map.of(
                Labelled.class, "test.Labelled",
                Priced.class, "test.Priced",
                Forgetful.class, "test.Forgetful",
                WithArray.class, "test.WithArray");

        @Override
        public Optional<EventType> typeOf(Class<?> event) {
          return Optional.ofNullable(NAMES.get(event)).map(name -> new EventType(name, 1));
        }

        @Override
        public Optional<Class<?>> classOf(String name) {
          return NAMES.entrySet().stream()
              .filter(entry -> entry.getValue().equals(name))
              .<Class<?>>map(Map.Entry::getKey)
              .findFirst();
        }
      };

  private static final Serializer JSON = new EventSerializer(TYPES, new JsonRules(List.of()));

  @AfterAll
  static void close() {
    RIG.close();
  }

  record Hostile(Object event, String field, String reason) {}

  static Stream<Hostile> hostile() {
    return Stream.of(
        new Hostile(new Labelled(HALF, Map.of(), null), "text", "surrogate"),
        new Hostile(new Labelled("\ude00", Map.of(), null), "text", "surrogate"),
        new Hostile(new Labelled("\ud83d\ud83d\ude00", Map.of(), null), "", "urrogate"),
        new Hostile(new Labelled("tea\u0000", Map.of(), null), "text", "NUL"),
        new Hostile(new Labelled("", Map.of("colour", HALF), null), "labels.colour", "surrogate"),
        new Hostile(new Labelled("", Map.of(HALF, "red"), null), "labels", ""),
        new Hostile(new Labelled("", Map.of("\u0000", "red"), null), "labels", "NUL"),
        new Hostile(
            new Labelled("", Map.of(), Instant.parse("+300000-01-01T00:00:00Z")), "at", "years"),
        new Hostile(new Labelled("", Map.of(), Instant.MAX), "at", "years"),
        new Hostile(
            new Labelled("", Map.of(), Instant.parse("-4800-01-01T00:00:00Z")), "at", "years"),
        new Hostile(new Priced(new Price("")), "price", "a price has a currency"),
        new Hostile(new Forgetful("a", "b"), "forgotten", "another value"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void what_would_not_be_read_again_is_refused_with_event_field_and_reason(Hostile hostile) {
    String stream = newStream();

    NotStorable refused =
        catchThrowableOfType(NotStorable.class, () -> append(event(stream, hostile.event())));

    assertThat(refused).isNotNull();
    assertThat(refused.subject()).startsWith("test.");
    assertThat(refused.field()).contains(hostile.field());
    assertThat(refused.reason()).contains(hostile.reason());
    assertThat(RIG.sequencesOf(stream)).isEmpty();
  }

  @Test
  void what_people_write_is_kept() {
    String stream = newStream();
    Labelled labelled =
        new Labelled(
            "\\ud83d \"\ud83d\ude00\" 😀 Ā ﷽ \\u0000 +12-01-01T",
            Map.of("été", "\n", "😀", "\\"),
            NOW);

    append(event(stream, labelled));
    append(event(newStream(), new WithArray(new int[] {1, 2})));

    assertThat(RIG.sequencesOf(stream)).containsExactly(0L);
  }

  @Test
  void metadata_that_would_not_be_read_again_is_refused() {
    assertRefused("by", event(newStream(), labelled()).andMetaData(Map.of("by", HALF)));
    assertRefused("by", event(newStream(), labelled()).andMetaData(Map.of("by", "\u0000")));
    assertRefused(HALF, event(newStream(), labelled()).andMetaData(Map.of(HALF, "x")));
  }

  @Test
  void a_stream_that_postgresql_would_call_otherwise_is_refused() {
    assertRefused("stream", event("shop/" + HALF, labelled()));
  }

  @Test
  void an_event_of_an_instant_that_nobody_can_show_is_refused() {
    assertRefused(
        "timestamp",
        new GenericDomainEventMessage<>(
            "Test",
            newStream(),
            0,
            labelled(),
            MetaData.emptyInstance(),
            UUID.randomUUID().toString(),
            Instant.parse("+10000-01-01T00:00:00Z")));
  }

  private static void assertRefused(String field, DomainEventMessage<?> event) {
    NotStorable refused = catchThrowableOfType(NotStorable.class, () -> append(event));
    assertThat(refused).isNotNull();
    assertThat(refused.field()).isEqualTo(field);
  }

  private static Labelled labelled() {
    return new Labelled("tea", Map.of("colour", "green"), NOW);
  }

  private static DomainEventMessage<?> event(String stream, Object payload) {
    return new GenericDomainEventMessage<>("Test", stream, 0, payload);
  }

  private static void append(DomainEventMessage<?> event) {
    RIG.appender.append(List.of(event), JSON);
  }

  private static String newStream() {
    return "shop/" + UUID.randomUUID();
  }
}
