package io.daybook.query.graphql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What was read at once, handed out to those that it was read for.
final class Groups {
  private Groups() {}

  /// A list for every owner, empty where nothing is its own.
  static <O extends Entity, T> Map<O, List<T>> of(
      Collection<O> owners, Collection<T> found, Function<T, @Nullable String> ownerId) {
    Map<String, List<T>> byOwner = new HashMap<>();
    for (T element : found) {
      byOwner
          .computeIfAbsent(Objects.requireNonNull(ownerId.apply(element)), _ -> new ArrayList<>())
          .add(element);
    }
    Map<O, List<T>> groups = new HashMap<>();
    owners.forEach(owner -> groups.put(owner, byOwner.getOrDefault(owner.id(), List.of())));
    return groups;
  }

  /// The one that each owner refers to, left out where there is none.
  static <O, T> Map<O, T> one(
      Collection<O> owners, Function<O, @Nullable String> reference, Map<String, T> found) {
    Map<O, T> groups = new HashMap<>();
    for (O owner : owners) {
      T one = found.get(reference.apply(owner));
      if (one != null) {
        groups.put(owner, one);
      }
    }
    return groups;
  }

  /// What the owners refer to, each once.
  static <O> List<String> references(
      Collection<O> owners, Function<O, @Nullable String> reference) {
    return owners.stream().map(reference).filter(Objects::nonNull).distinct().toList();
  }

  static <T extends Entity> Map<String, T> byId(Collection<T> entities) {
    Map<String, T> byId = new HashMap<>();
    entities.forEach(entity -> byId.put(entity.id(), entity));
    return byId;
  }
}
