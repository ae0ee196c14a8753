package io.daybook.eventstore.form;

import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Numbers for the keys of metadata. There are few of them in practice; should an application invent
/// keys, those that come late are written out.
public final class MetadataKeys {

  /// So that a number fits into a byte.
  static final int MOST = 127;

  private final JdbcClient database;
  private final Map<String, Integer> ids = new ConcurrentHashMap<>();
  private final Map<Integer, String> names = new ConcurrentHashMap<>();
  private volatile boolean full;

  public MetadataKeys(DataSource dataSource) {
    this.database = JdbcClient.create(dataSource);
  }

  /// Empty for a key that is to be written out.
  OptionalInt idOf(String name) {
    @Nullable Integer known = ids.get(name);
    if (known == null && !full) {
      known = add(name);
    }
    return known == null ? OptionalInt.empty() : OptionalInt.of(known);
  }

  String nameOf(int id) {
    @Nullable String known = names.get(id);
    if (known == null) {
      load();
      known = names.get(id);
    }
    if (known == null) {
      throw new IllegalStateException("No key of metadata has the number " + id);
    }
    return known;
  }

  private synchronized @Nullable Integer add(String name) {
    load();
    if (!ids.containsKey(name) && ids.size() < MOST) {
      database
          .sql("INSERT INTO event_store.metadata_key (name) VALUES (?) ON CONFLICT DO NOTHING")
          .param(name)
          .update();
      load();
    }
    full = ids.size() >= MOST;
    return ids.get(name);
  }

  private void load() {
    database
        .sql("SELECT id, name FROM event_store.metadata_key WHERE id <= ?")
        .param(MOST)
        .query(
            row -> {
              names.put(row.getInt("id"), row.getString("name"));
              ids.put(row.getString("name"), row.getInt("id"));
            });
  }
}
