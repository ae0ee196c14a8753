package io.daybook.kernel.json;

import io.daybook.kernel.SingleValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.StdDeserializer;

/// Reads the records that wrap one text, through their constructor and so through its checks.
final class SingleValues extends Deserializers.Base {
  @Override
  public @Nullable ValueDeserializer<?> findBeanDeserializer(
      JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
    return hasDeserializerFor(config, type.getRawClass()) ? new FromText(type.getRawClass()) : null;
  }

  @Override
  public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
    return type.isRecord() && SingleValue.class.isAssignableFrom(type);
  }

  private static final class FromText extends StdDeserializer<Object> {
    private final transient Constructor<?> constructor;

    FromText(Class<?> type) {
      super(type);
      try {
        constructor = type.getDeclaredConstructor(String.class);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(type + " does not wrap one text", e);
      }
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) {
      String text = parser.getValueAsString();
      if (text == null) {
        return context.reportInputMismatch(this, "must be a text");
      }
      try {
        return constructor.newInstance(text);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException refusal) {
          throw refusal;
        }
        throw new IllegalStateException(e);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
