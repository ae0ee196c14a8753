package io.daybook.app.audit;

import io.daybook.eventstore.StoredEvent;
import io.daybook.query.erasure.ErasedStreams;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What staff get to see of the content of events: all of it but secrets.
@Component
class Payloads {
  static final String WITHHELD = "withheld";

  private static final Set<String> SECRETS = Set.of("verificationTokenHash");
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final ErasedStreams erased;

  Payloads(ErasedStreams erased) {
    this.erased = erased;
  }

  /// The streams whose events are told without their content.
  Set<String> withheld(Collection<String> streams) {
    return erased.among(streams);
  }

  /// As plain maps and values; the text itself where it is no JSON.
  static Object of(StoredEvent event) {
    try {
      Object payload = JSON.readValue(event.payload(), Object.class);
      if (payload instanceof Map<?, ?> fields) {
        @SuppressWarnings("unchecked") // as Jackson makes it
        Map<String, Object> named = (Map<String, Object>) fields;
        SECRETS.forEach(secret -> named.computeIfPresent(secret, (name, value) -> WITHHELD));
      }
      return payload;
    } catch (JacksonException damaged) {
      return event.payload();
    }
  }
}
