package io.daybook.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.desk.TicketOpened;
import com.example.desk.TicketRanked;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.MultiSourceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is stored is read again, or is not stored.
class StoredValuesTest {

  private static final GlobalSequenceTrackingToken NINE = new GlobalSequenceTrackingToken(9);

  private final Serializer strict = serializer(new JsonRules(List.of()));
  private final Serializer trusting =
      serializer(new JsonRules(List.of(), List.of("com.example.desk")));

  private static Serializer serializer(JsonRules rules) {
    return Jackson3Serializer.builder().jsonMapperBuilderCustomizer(rules).build();
  }

  static Stream<Object> values() {
    return Stream.of(
        new TicketOpened("tkt_1"),
        new Wrapped(Map.of("a", "b")),
        new Code("k1"),
        new Point(1),
        ReplayToken.createReplayToken(NINE, new GlobalSequenceTrackingToken(5)),
        ReplayToken.createReplayToken(NINE, null, "why"),
        ReplayToken.createReplayToken(NINE, null, Map.of("count", 2)),
        new MergedTrackingToken(NINE, new GlobalSequenceTrackingToken(5)),
        new MultiSourceTrackingToken(Map.of("a", NINE)),
        GapAwareTrackingToken.newInstance(10, List.of(9L)),
        new ConfigToken(Map.of("id", "x")),
        NINE);
  }

  @ParameterizedTest
  @MethodSource("values")
  void a_value_comes_back_as_it_was(Object value) {
    assertThat(back(strict, value)).isEqualTo(value);
  }

  private static Object back(Serializer serializer, Object value) {
    return serializer.deserialize(serializer.serialize(value, String.class));
  }

  @Test
  void a_value_that_names_its_class_is_read_where_its_package_is_trusted() {
    TicketRanked ranked = new TicketRanked("tkt_1", new TicketRanked.Urgent(2));

    assertThat(back(trusting, ranked)).isEqualTo(ranked);
  }

  @ParameterizedTest
  @MethodSource("untrusted")
  void a_value_that_names_its_class_is_not_written_where_it_would_not_be_read(Object value) {
    assertThatThrownBy(() -> strict.serialize(value, String.class))
        .isInstanceOf(SerializationException.class)
        .hasStackTraceContaining("daybook.engine.trusted-packages");
  }

  static Stream<Object> untrusted() {
    TicketRanked.Rank rank = new TicketRanked.Whenever();
    return Stream.of(
        new TicketRanked("tkt_1", rank),
        new Ranks(List.of(rank)),
        new Any(rank),
        ReplayToken.createReplayToken(NINE, null, rank));
  }

  record Ranks(List<TicketRanked.Rank> ranks) {}

  record Any(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object value) {}

  /// What it wraps is not taken for itself.
  static final class Wrapped {
    private final Map<String, String> entries;

    Wrapped(Map<String, String> entries) {
      this.entries = entries;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Wrapped wrapped && wrapped.entries.equals(entries);
    }

    @Override
    public int hashCode() {
      return entries.hashCode();
    }
  }

  /// Stored as its only value.
  static final class Code {
    private final String code;

    Code(String code) {
      this.code = code;
    }

    @JsonValue
    String code() {
      return code;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Code same && same.code.equals(code);
    }

    @Override
    public int hashCode() {
      return code.hashCode();
    }
  }

  /// Made by a method.
  static final class Point {
    private final int x;

    private Point(int x) {
      this.x = x;
    }

    @JsonCreator
    static Point of(Map<String, Integer> fields) {
      return new Point(fields.get("x"));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Point point && point.x == x;
    }

    @Override
    public int hashCode() {
      return x;
    }
  }
}
