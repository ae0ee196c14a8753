package io.daybook.eventstore;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.DatabindContext;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.jsontype.PolymorphicTypeValidator;
import tools.jackson.databind.jsontype.TypeIdResolver;
import tools.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import tools.jackson.databind.jsontype.impl.TypeIdResolverBase;

/// Writes the name of a class only if it will be read again. Jackson asks only a reader whether a class is
/// trusted, and by then an event that holds the name of another one is in the store.
final class TrustedTypes extends StdTypeResolverBuilder {

  TrustedTypes(JsonTypeInfo.Value settings) {
    super(settings);
  }

  private TrustedTypes(TrustedTypes base, Class<?> defaultType) {
    super(base, defaultType);
  }

  @Override
  public StdTypeResolverBuilder withDefaultImpl(Class<?> defaultType) {
    return new TrustedTypes(this, defaultType);
  }

  @Override
  protected TypeIdResolver idResolver(
      DatabindContext context,
      JavaType baseType,
      PolymorphicTypeValidator validator,
      Collection<NamedType> subtypes,
      boolean writing,
      boolean reading) {
    TypeIdResolver names =
        super.idResolver(context, baseType, validator, subtypes, writing, reading);
    return writing ? new Written(baseType, names) : names;
  }

  private static final class Written extends TypeIdResolverBase {

    private final TypeIdResolver names;
    private final Set<String> readable = ConcurrentHashMap.newKeySet();

    Written(JavaType baseType, TypeIdResolver names) {
      super(baseType);
      this.names = names;
    }

    @Override
    public String idFromValue(DatabindContext context, Object value) {
      return readable(context, names.idFromValue(context, value));
    }

    @Override
    public String idFromValueAndType(DatabindContext context, Object value, Class<?> type) {
      return readable(context, names.idFromValueAndType(context, value, type));
    }

    private String readable(DatabindContext context, String name) {
      if (!readable.contains(name)) {
        requireTrusted(context, name);
        readable.add(name);
      }
      return name;
    }

    private void requireTrusted(DatabindContext context, String name) {
      try {
        names.typeFromId(context, name);
      } catch (DatabindException e) {
        throw new UntrustedType(name, e);
      }
    }

    @Override
    public JsonTypeInfo.Id getMechanism() {
      return names.getMechanism();
    }
  }
}
