package io.daybook.http.openapi;

import io.daybook.customer.Email;
import io.daybook.customer.Password;
import io.daybook.kernel.AtMost;
import io.daybook.kernel.Id;
import io.daybook.kernel.Texts;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The JSON schema of a command, made from its record: what is not `@Nullable` is required.
final class CommandSchemas {
  private CommandSchemas() {}

  static Schema<?> of(Class<?> record, Set<String> fromElsewhere) {
    Schema<?> schema = typed("object");
    for (RecordComponent component : record.getRecordComponents()) {
      if (!fromElsewhere.contains(component.getName())) {
        Schema<?> value = of(component.getGenericType());
        if (component.getType() == String.class) {
          AtMost limit = component.getAnnotation(AtMost.class);
          value.setMaxLength(limit == null ? Texts.MOST : limit.value());
        }
        schema.addProperty(component.getName(), value);
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          schema.addRequiredItem(component.getName());
        }
      }
    }
    schema.setAdditionalProperties(Boolean.FALSE);
    return schema;
  }

  private static Schema<?> of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      Schema<?> schema = typed(generic.getRawType() == List.class ? "array" : "object");
      if (generic.getRawType() == List.class) {
        schema.setItems(of(arguments[0]));
      } else {
        schema.setAdditionalProperties(of(arguments[1]));
      }
      return schema;
    }
    return ofClass((Class<?>) type);
  }

  private static Schema<?> ofClass(Class<?> type) {
    if (Id.class.isAssignableFrom(type)) {
      return typed("string").pattern("^" + prefix(type) + Id.UUID_TEXT.pattern() + "$");
    }
    if (type == Email.class || type == Password.class) {
      return typed("string").format(type.getSimpleName().toLowerCase(java.util.Locale.ROOT));
    }
    if (type == Currency.class) {
      return typed("string").pattern("^[A-Z]{3}$").description("ISO 4217");
    }
    if (type == Instant.class) {
      return typed("string").format("date-time");
    }
    if (type.isEnum()) {
      Schema<Object> names = new Schema<>();
      names.addType("string");
      names.setEnum(Arrays.stream(type.getEnumConstants()).<Object>map(Object::toString).toList());
      return names;
    }
    if (type.isRecord()) {
      return of(type, Set.of());
    }
    return primitives(type);
  }

  private static Schema<?> primitives(Class<?> type) {
    return switch (type.getSimpleName()) {
      case "int", "Integer" -> typed("integer").format("int32");
      case "long", "Long" -> typed("integer").format("int64");
      case "boolean", "Boolean" -> typed("boolean");
      case "BigDecimal" -> typed("number");
      case "String" -> typed("string");
      default -> throw new IllegalStateException("No schema is known for " + type);
    };
  }

  private static Schema<?> typed(String type) {
    Schema<?> schema = new Schema<>();
    schema.addType(type);
    return schema;
  }

  private static String prefix(Class<?> id) {
    try {
      return (String) id.getField("PREFIX").get(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(id + " has no prefix", e);
    }
  }
}
