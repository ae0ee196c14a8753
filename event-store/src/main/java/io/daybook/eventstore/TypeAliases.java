package io.daybook.eventstore;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The names under which snapshots and sagas are stored, and the classes that they stand for today. A class
/// without a [TypeAlias] is stored under its own name, as it is in any application of Axon's.
public final class TypeAliases {

  private final Map<String, Class<?>> types = new HashMap<>();

  private TypeAliases() {}

  /// @param types those of them that have an alias are known by it
  /// @throws IllegalArgumentException if two classes claim the same name
  public static TypeAliases of(Collection<Class<?>> types) {
    TypeAliases aliases = new TypeAliases();
    types.forEach(aliases::add);
    return aliases;
  }

  private void add(Class<?> type) {
    @Nullable TypeAlias alias = type.getAnnotation(TypeAlias.class);
    if (alias != null) {
      add(alias.value(), type);
      for (String former : alias.formerly()) {
        add(former, type);
      }
    }
  }

  private void add(String name, Class<?> type) {
    @Nullable Class<?> other = types.put(name, type);
    if (other != null && other != type) {
      throw new IllegalArgumentException(
          "Both %s and %s are stored as %s".formatted(other.getName(), type.getName(), name));
    }
  }

  /// The name under which instances of this class are stored.
  public String nameOf(Class<?> type) {
    @Nullable TypeAlias alias = type.getAnnotation(TypeAlias.class);
    return alias == null ? type.getName() : alias.value();
  }

  /// Empty for a name that is nobody's alias: it is then the name of a class.
  public Optional<Class<?>> classOf(String name) {
    return Optional.ofNullable(types.get(name));
  }
}
