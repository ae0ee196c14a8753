package io.daybook.eventstore;

import java.util.List;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;

/// What all stored JSON has in common.
///
/// Without the validator Axon's replay token cannot be read back, and a replay starts over for ever.
public final class JsonRules implements Jackson3SerializerCustomizer {

  private static final PolymorphicTypeValidator TRUSTED =
      BasicPolymorphicTypeValidator.builder()
          .allowIfSubType("org.axonframework.")
          .allowIfSubType("io.daybook.")
          .allowIfSubType("java.")
          .build();

  private final List<JacksonModule> modules;

  /// The modules are those of the application's value types.
  public JsonRules(List<JacksonModule> modules) {
    this.modules = List.copyOf(modules);
  }

  @Override
  public void accept(JsonMapper.Builder mapper) {
    mapper
        .polymorphicTypeValidator(TRUSTED)
        .annotationIntrospector(new FieldsOfState())
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .addModules(modules);
  }
}
