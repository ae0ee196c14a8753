package io.daybook.agenda;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.daybook.kernel.json.KernelJson;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What is stored of an entry beside its key: the column `task_data`, as JSON.
record EntryData(Instant due, Map<String, String> data) {
  static final Serializer JSON = new Json();

  static EntryData of(AgendaEntry entry) {
    return new EntryData(entry.due(), entry.data());
  }

  private static final class Json implements Serializer {
    private final JsonMapper mapper = KernelJson.mapper().build();

    @Override
    public byte @Nullable [] serialize(@Nullable Object data) {
      return data == null ? null : mapper.writeValueAsBytes(data);
    }

    @Override
    public <T> @Nullable T deserialize(Class<T> type, byte @Nullable [] stored) {
      return stored == null ? null : mapper.readValue(stored, type);
    }
  }
}
