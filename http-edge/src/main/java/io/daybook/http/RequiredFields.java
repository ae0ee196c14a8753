package io.daybook.http;

import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A field of a command is required unless its record marks it `@Nullable`. An unknown field is refused
/// before a missing one, since the missing one is often there under another spelling. What Jackson would
/// read too kindly is refused here as well: a number as an instant, an empty text as no currency.
final class RequiredFields {
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

  private RequiredFields() {}

  static void check(Class<?> type, JsonNode fields) {
    check(type, fields, "");
  }

  static boolean isRequired(RecordComponent component) {
    AnnotatedElement type = component.getAnnotatedType();
    return !type.isAnnotationPresent(Nullable.class);
  }

  static String prefix(Class<?> command, String field) {
    try {
      RecordComponent component =
          Arrays.stream(command.getRecordComponents())
              .filter(candidate -> candidate.getName().equals(field))
              .findFirst()
              .orElseThrow();
      return (String) component.getType().getField("PREFIX").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(field + " of " + command + " is no id", e);
    }
  }

  private static void check(Class<?> type, JsonNode fields, String path) {
    refuseUnknown(type, fields, path);
    for (RecordComponent component : type.getRecordComponents()) {
      JsonNode value = fields.path(component.getName());
      String name = path + component.getName();
      if (!value.isMissingNode() && !value.isNull()) {
        checkInside(component.getGenericType(), value, name);
      } else if (isRequired(component)) {
        throw Rejection.of(KernelRejection.MISSING_FIELD).with(name, null, "must be given");
      }
    }
  }

  private static void refuseUnknown(Class<?> type, JsonNode fields, String path) {
    List<String> known =
        Arrays.stream(type.getRecordComponents()).map(RecordComponent::getName).sorted().toList();
    for (String name : fields.propertyNames()) {
      if (!known.contains(name)) {
        throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
            .with(
                path + name,
                null,
                "is not a field of this request; known are " + String.join(", ", known));
      }
    }
  }

  private static boolean isInstant(JsonNode value) {
    try {
      return value.isString() && Instant.parse(value.stringValue()) != null;
    } catch (DateTimeParseException e) {
      return false;
    }
  }

  private static void checkInside(Type type, JsonNode value, String name) {
    if (type instanceof Class<?> raw && raw.isRecord() && value.isObject()) {
      check(raw, value, name + ".");
    }
    if (type == Instant.class && !isInstant(value)) {
      throw Rejection.of(KernelRejection.MALFORMED_REQUEST)
          .with(name, value, "must be an instant such as 2026-03-01T09:00:00Z");
    }
    if (type == Currency.class && !CURRENCY.matcher(value.asString("")).matches()) {
      throw Rejection.of(KernelRejection.INVALID_AMOUNT)
          .with(name, value, "must be three letters of ISO 4217, such as EUR");
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      int index = 0;
      for (JsonNode element : value) {
        checkInside(list.getActualTypeArguments()[0], element, name + "." + index++);
      }
    }
  }
}
