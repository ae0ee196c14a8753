package io.daybook.saga.process;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.daybook.kernel.Actor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.axonframework.deadline.annotation.DeadlineHandler;
import org.axonframework.modelling.saga.SagaEventHandler;
import org.axonframework.modelling.saga.StartSaga;
import org.jspecify.annotations.Nullable;

/// A saga class and the name under which its processes are stored.
///
/// Its annotations say by which property a process is found. The property of the handler that
/// starts it is the key: its value identifies the process, so there is at most one for a value.
/// What other handlers name is an association that the saga makes itself, by
/// `SagaLifecycle.associateWith`.
///
/// @param actor who sends the commands of these processes; its id is the stored name
/// @param revision of the JSON of the state. A changed shape takes the next one and a migration in
///   SQL
/// @param key the property that identifies a process
/// @param associations other properties by which a process may be found
/// @param deadlines the names of its deadlines, which are kinds of entries of the agenda
public record ProcessType<S>(
    Class<S> saga,
    Actor actor,
    int revision,
    String key,
    Set<String> associations,
    Set<String> deadlines) {
  /// The state has it, and the table a column of it.
  static final String STAGE = "stage";

  /// @throws IllegalArgumentException where the saga asks for something that does not exist here
  public static <S> ProcessType<S> of(Class<S> saga, Actor actor, int revision) {
    requireNamedFields(saga);
    String key = key(saga);
    Set<String> properties = new TreeSet<>();
    handlers(saga, SagaEventHandler.class).forEach(method -> properties.add(property(method)));
    properties.remove(key);
    Set<String> deadlines = new TreeSet<>();
    handlers(saga, DeadlineHandler.class)
        .map(method -> method.getAnnotation(DeadlineHandler.class).deadlineName())
        .forEach(deadlines::add);
    require(!deadlines.contains(""), saga, "handles a deadline without a name");
    return new ProcessType<>(
        saga, actor, revision, key, Set.copyOf(properties), Set.copyOf(deadlines));
  }

  public String name() {
    return actor.id();
  }

  private static String key(Class<?> saga) {
    List<Method> starts = handlers(saga, StartSaga.class).toList();
    List<String> keys = starts.stream().map(ProcessType::property).distinct().toList();
    require(keys.size() == 1, saga, "must be started by one property, its key, and not " + keys);
    require(
        starts.stream().noneMatch(method -> method.getAnnotation(StartSaga.class).forceNew()),
        saga,
        "cannot start a second process of the same key (forceNew)");
    return keys.getFirst();
  }

  private static String property(Method method) {
    @Nullable SagaEventHandler handler = method.getAnnotation(SagaEventHandler.class);
    if (handler == null) {
      throw new IllegalArgumentException(method + " has no @SagaEventHandler");
    }
    return handler.keyName().isEmpty() ? handler.associationProperty() : handler.keyName();
  }

  private static void requireNamedFields(Class<?> saga) {
    List<String> names = new ArrayList<>();
    for (Field field : saga.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
        @Nullable JsonProperty property = field.getAnnotation(JsonProperty.class);
        require(
            property != null && !property.value().isEmpty(),
            saga,
            "stores " + field.getName() + " without a name (@JsonProperty)");
        names.add(property == null ? "" : property.value());
      }
    }
    require(names.contains(STAGE), saga, "has no " + STAGE);
    require(saga.getSuperclass() == Object.class, saga, "may not inherit its state");
  }

  private static Stream<Method> handlers(
      Class<?> saga, Class<? extends java.lang.annotation.Annotation> annotation) {
    return Stream.of(saga.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(annotation));
  }

  private static void require(boolean fulfilled, Class<?> saga, String fault) {
    if (!fulfilled) {
      throw new IllegalArgumentException(saga.getName() + " " + fault);
    }
  }
}
