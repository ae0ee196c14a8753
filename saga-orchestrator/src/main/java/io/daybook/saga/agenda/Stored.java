package io.daybook.saga.agenda;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import io.daybook.kernel.json.KernelJson;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What db-scheduler keeps of an entry beside its name, as JSON.
record Stored(Instant due, Map<String, String> data) {
  static final Serializer JSON = new Json();

  static Stored of(AgendaEntry entry) {
    return new Stored(entry.due(), entry.data());
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
