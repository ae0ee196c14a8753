package io.daybook.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names that events are stored under: `order.OrderPlaced` and a revision, never a class name,
/// so that code can move. The name is the capability and the event, both as the vocabulary has them.
public final class EventCatalogue {
  /// One kind of event.
  public record Entry(String name, int revision, Class<? extends Event> type) {}

  private final Map<String, Entry> byName = new LinkedHashMap<>();
  private final Map<Class<?>, Entry> byType = new LinkedHashMap<>();

  @SafeVarargs
  public EventCatalogue(Class<? extends Event>... sealedInterfaces) {
    for (Class<? extends Event> sealedInterface : sealedInterfaces) {
      for (Class<?> permitted : sealedInterface.getPermittedSubclasses()) {
        add(permitted.asSubclass(Event.class));
      }
    }
  }

  public @Nullable Entry named(String name) {
    return byName.get(name);
  }

  public @Nullable Entry of(Class<?> type) {
    return byType.get(type);
  }

  public List<Entry> entries() {
    return new ArrayList<>(byName.values());
  }

  private void add(Class<? extends Event> type) {
    String capability = type.getPackageName().substring(type.getPackageName().lastIndexOf('.') + 1);
    Revision revision = type.getAnnotation(Revision.class);
    Entry entry =
        new Entry(
            capability + "." + type.getSimpleName(), revision == null ? 1 : revision.value(), type);
    if (byName.put(entry.name(), entry) != null) {
      throw new IllegalStateException("Two events are named " + entry.name());
    }
    byType.put(type, entry);
  }
}
