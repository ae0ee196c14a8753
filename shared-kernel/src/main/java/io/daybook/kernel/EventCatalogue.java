package io.daybook.kernel;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names that events are stored under: `order.OrderPlaced` and a revision, never a class name, so
/// that code can move.
public final class EventCatalogue {
  /// One kind of event.
  public record Entry(String name, int revision, Class<? extends Event> type) {
    private static final ClassValue<Entry> KNOWN =
        new ClassValue<>() {
          @Override
          protected Entry computeValue(Class<?> type) {
            return read(type.asSubclass(Event.class));
          }
        };

    /// @throws IllegalStateException where the event has no stored name
    public static Entry of(Class<?> type) {
      return KNOWN.get(type);
    }

    private static Entry read(Class<? extends Event> type) {
      StoredAs stored = type.getAnnotation(StoredAs.class);
      if (stored == null) {
        throw new IllegalStateException(type.getName() + " has no @StoredAs");
      }
      return new Entry(stored.value(), stored.revision(), type);
    }

    /// The first part of the name.
    public String capability() {
      return name.substring(0, name.indexOf('.'));
    }
  }

  private final Map<String, Entry> byName = new LinkedHashMap<>();
  private final Map<Class<?>, Entry> byType = new LinkedHashMap<>();

  /// @throws IllegalStateException where an event has no stored name, or that of another one
  public EventCatalogue(Collection<Class<? extends Event>> events) {
    events.forEach(this::add);
  }

  public @Nullable Entry named(String name) {
    return byName.get(name);
  }

  public @Nullable Entry of(Class<?> type) {
    return byType.get(type);
  }

  public List<Entry> entries() {
    return List.copyOf(byName.values());
  }

  private void add(Class<? extends Event> type) {
    Entry entry = Entry.of(type);
    Entry other = byName.put(entry.name(), entry);
    if (other != null) {
      throw new IllegalStateException(
          "%s and %s are both stored as %s".formatted(other.type(), type, entry.name()));
    }
    byType.put(type, entry);
  }
}
