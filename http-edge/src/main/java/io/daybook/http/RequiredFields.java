package io.daybook.http;

import io.daybook.kernel.KernelRejection;
import io.daybook.kernel.Rejection;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A field of a command is required unless its record marks it `@Nullable`. An unknown field is refused
/// before a missing one, since the missing one is often there under another spelling.
final class RequiredFields {
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

  private static void checkInside(Type type, JsonNode value, String name) {
    if (type instanceof Class<?> raw && raw.isRecord() && value.isObject()) {
      check(raw, value, name + ".");
    }
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      int index = 0;
      for (JsonNode element : value) {
        checkInside(list.getActualTypeArguments()[0], element, name + "." + index++);
      }
    }
  }
}
