package io.daybook.http;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says what is wrong with a field, in terms of JSON and not of Java.
final class Mismatch {
  private static final Set<Class<?>> WHOLE =
      Set.of(int.class, long.class, Integer.class, Long.class);

  private Mismatch() {}

  static String rule(JacksonException failure) {
    return switch (failure) {
      case UnrecognizedPropertyException unknown ->
          "is not a field of this request; known are "
              + unknown.getKnownPropertyIds().stream()
                  .map(String::valueOf)
                  .sorted()
                  .collect(Collectors.joining(", "));
      case MismatchedInputException mismatch -> expected(mismatch.getTargetType());
      default -> failure.getOriginalMessage();
    };
  }

  private static String expected(@Nullable Class<?> type) {
    if (type == null) {
      return "has the wrong form";
    } else if (WHOLE.contains(type)) {
      return "must be a whole number";
    } else if (type == BigDecimal.class) {
      return "must be a number";
    } else if (type == boolean.class || type == Boolean.class) {
      return "must be true or false";
    } else if (type == String.class) {
      return "must be a text";
    } else if (type == Instant.class || type == LocalDate.class) {
      return "must be a date in the form of ISO 8601";
    } else if (type.isEnum()) {
      return "must be one of " + Arrays.toString(type.getEnumConstants());
    }
    return "must be an object or a text of the documented form (" + type.getSimpleName() + ")";
  }
}
