package io.daybook.eventstore;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedClass;
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
}
