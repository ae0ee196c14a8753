package io.daybook.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.VisibilityChecker;

/// Sagas and snapshotted aggregates keep their state in private fields and say nothing of it in
/// getters, so their fields are what is stored. Records and Axon's own classes go Jackson's way.
final class FieldsOfState extends JacksonAnnotationIntrospector {

  @Override
  public VisibilityChecker findAutoDetectVisibility(
      MapperConfig<?> config, AnnotatedClass type, VisibilityChecker checker) {
    VisibilityChecker annotated = super.findAutoDetectVisibility(config, type, checker);
    return isState(type.getRawType())
        ? annotated
            .withFieldVisibility(Visibility.ANY)
            .withGetterVisibility(Visibility.NONE)
            .withIsGetterVisibility(Visibility.NONE)
            .withSetterVisibility(Visibility.NONE)
        : annotated;
  }

  private static boolean isState(Class<?> type) {
    String name = type.getName();
    return !type.isRecord()
        && !type.isEnum()
        && !type.isInterface()
        && !name.startsWith("java.")
        && !name.startsWith("org.axonframework.");
  }

  /// The only argument of a constructor is the value of the field of its name. When Jackson reads, it does not
  /// see a field that is final, and would take the argument for the whole object.
  @Override
  public JsonCreator.@Nullable Mode findCreatorAnnotation(
      MapperConfig<?> config, Annotated creator) {
    JsonCreator.@Nullable Mode annotated = super.findCreatorAnnotation(config, creator);
    return annotated == null
            && creator instanceof AnnotatedConstructor constructor
            && takesItsField(constructor.getAnnotated())
        ? JsonCreator.Mode.PROPERTIES
        : annotated;
  }

  private static boolean takesItsField(Constructor<?> constructor) {
    Class<?> type = constructor.getDeclaringClass();
    return constructor.getParameterCount() == 1
        && isState(type)
        && type.getDeclaredConstructors().length == 1
        && hasField(type, constructor.getParameters()[0])
        && members(type).noneMatch(FieldsOfState::decidesItself);
  }

  private static boolean hasField(Class<?> type, Parameter argument) {
    return argument.isNamePresent()
        && Arrays.stream(type.getDeclaredFields())
            .anyMatch(field -> field.getName().equals(argument.getName()));
  }

  private static Stream<AccessibleObject> members(Class<?> type) {
    return Stream.concat(
        Arrays.stream(type.getDeclaredFields()), Arrays.stream(type.getDeclaredMethods()));
  }

  private static boolean decidesItself(AccessibleObject member) {
    return member.isAnnotationPresent(JsonValue.class)
        || member.isAnnotationPresent(JsonCreator.class);
  }

  @Override
  public @Nullable Object findTypeResolverBuilder(MapperConfig<?> config, Annotated annotated) {
    @Nullable Object own = super.findTypeResolverBuilder(config, annotated);
    JsonTypeInfo.@Nullable Value named = findPolymorphicTypeInfo(config, annotated);
    return own == null && named != null && namesClasses(named) ? new TrustedTypes(named) : own;
  }

  private static boolean namesClasses(JsonTypeInfo.Value named) {
    return (named.getIdType() == JsonTypeInfo.Id.CLASS
            || named.getIdType() == JsonTypeInfo.Id.MINIMAL_CLASS)
        && named.getInclusionType() != JsonTypeInfo.As.EXTERNAL_PROPERTY;
  }
}
