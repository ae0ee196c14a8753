package io.daybook.eventstore;

import java.util.Collection;
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

  private static final List<String> ALWAYS_TRUSTED =
      List.of("org.axonframework", "io.daybook", "java");

  private final List<JacksonModule> modules;
  private final PolymorphicTypeValidator trusted;

  /// The modules are those of the application's value types.
  public JsonRules(List<JacksonModule> modules) {
    this(modules, List.of());
  }

  /// @param trustedPackages further packages whose classes, and those of the packages below, may be stored by their
  ///     names, as `@JsonTypeInfo(use = CLASS)` has it. A class of any other package is refused when
  ///     it would be written
  public JsonRules(List<JacksonModule> modules, Collection<String> trustedPackages) {
    this.modules = List.copyOf(modules);
    BasicPolymorphicTypeValidator.Builder validator = BasicPolymorphicTypeValidator.builder();
    ALWAYS_TRUSTED.forEach(name -> validator.allowIfSubType(name + '.'));
    trustedPackages.forEach(name -> validator.allowIfSubType(name + '.'));
    this.trusted = validator.build();
  }

  @Override
  public void accept(JsonMapper.Builder mapper) {
    mapper
        .polymorphicTypeValidator(trusted)
        .annotationIntrospector(new FieldsOfState())
        .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .addModules(modules);
  }
}
