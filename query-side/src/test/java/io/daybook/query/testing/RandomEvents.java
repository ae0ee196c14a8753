package io.daybook.query.testing;

import io.daybook.kernel.Event;
import io.daybook.kernel.Id;
import io.daybook.kernel.Samples;
import io.daybook.query.projection.Projection;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/// Random events of a few entities, in no order that makes sense, of the types that a projection handles.
/// What the projection makes of them must not depend on how they are batched.
public final class RandomEvents {
  private static final int FEW = 4;
  private static final int UNUSED = 100;

  private final Random random;
  private final List<Class<?>> handled;
  private int time;

  private RandomEvents(Random random, Class<? extends Projection> projection) {
    this.random = random;
    this.handled =
        Arrays.stream(projection.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(EventHandler.class))
            .<Class<?>>map(method -> method.getParameterTypes()[0])
            .toList();
  }

  public static List<Event> of(Class<? extends Projection> projection, Random random, int many) {
    RandomEvents events = new RandomEvents(random, projection);
    return IntStream.range(0, many).mapToObj(_ -> events.next()).toList();
  }

  private Event next() {
    time++;
    Class<?> declared = handled.get(random.nextInt(handled.size()));
    Class<?>[] permitted = declared.getPermittedSubclasses();
    if (permitted == null) {
      return (Event) record(declared, declared, few());
    }
    // the first is how an entity begins, without which the others change nothing
    int index = random.nextInt(3) == 0 ? 0 : random.nextInt(permitted.length);
    return (Event) record(permitted[index], declared, few());
  }

  private Object record(Class<?> type, Class<?> declared, int source) {
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] =
          i == 0 && Id.class.isAssignableFrom(components[i].getType())
              ? id(components[i].getType(), source)
              : value(components[i], declared);
    }
    return construct(
        type,
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new),
        values);
  }

  private @Nullable Object value(RecordComponent component, Class<?> declared) {
    if (component.getAnnotatedType().isAnnotationPresent(Nullable.class) && random.nextBoolean()) {
      return null;
    }
    Class<?> type = component.getType();
    if (Id.class.isAssignableFrom(type)) {
      return id(type, isInOneOnly(type, declared) ? UNUSED + time : few());
    }
    return type == List.class
        ? list((ParameterizedType) component.getGenericType(), declared)
        : plain(type, declared);
  }

  private Object plain(Class<?> type, Class<?> declared) {
    if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    return switch (type.getSimpleName()) {
      case "String" -> "text " + time;
      case "int", "Integer" -> 1 + random.nextInt(9);
      case "boolean", "Boolean" -> random.nextBoolean();
      case "long", "Long" -> (long) time;
      case "Instant" -> Samples.at(time);
      case "Money" -> Samples.euros(time);
      case "UUID" -> Samples.uuid(few());
      case "BigDecimal" -> new BigDecimal("0.1");
      case "Email" -> construct(type, new Class<?>[] {String.class}, "v" + time + "@example.org");
      case "Map" -> Map.of("time", "" + time);
      default -> record(type, declared, few());
    };
  }

  /// Elements have ids of their own: an event does not name the same part twice.
  private List<Object> list(ParameterizedType list, Class<?> declared) {
    Type element = list.getActualTypeArguments()[0];
    return IntStream.rangeClosed(1, 2)
        .<Object>mapToObj(number -> record((Class<?>) element, declared, number))
        .toList();
  }

  /// An id that one event of several names is that of a part which the event creates: it is new each time.
  private static boolean isInOneOnly(Class<?> id, Class<?> declared) {
    Class<?>[] permitted = declared.getPermittedSubclasses();
    return permitted != null
        && Stream.of(permitted)
                .filter(
                    event ->
                        Arrays.stream(event.getRecordComponents())
                            .anyMatch(component -> component.getType() == id))
                .count()
            == 1;
  }

  private static Object id(Class<?> type, int number) {
    try {
      String value = type.getField("PREFIX").get(null).toString() + Samples.uuid(number);
      return construct(type, new Class<?>[] {String.class}, value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no prefix", e);
    }
  }

  private static Object construct(Class<?> type, Class<?>[] types, @Nullable Object... values) {
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No random " + type.getSimpleName(), e);
    }
  }

  private int few() {
    return 1 + random.nextInt(FEW);
  }
}
