package io.daybook.command.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The latest entries of a map that only grows, by which a long-lived aggregate recognises a repeated
/// command. The older entries are dropped, so that its snapshot stays small.
public final class Recent<V> {
  static final int LIMIT = 100;

  @JsonProperty("entries")
  private LinkedHashMap<String, V> entries = new LinkedHashMap<>();

  public @Nullable V get(Object key) {
    return entries.get(key.toString());
  }

  public boolean has(Object key) {
    return entries.containsKey(key.toString());
  }

  public void put(Object key, V value) {
    entries.remove(key.toString());
    entries.put(key.toString(), value);
    if (entries.size() > LIMIT) {
      entries.pollFirstEntry();
    }
  }

  public void remove(Object key) {
    entries.remove(key.toString());
  }
}
