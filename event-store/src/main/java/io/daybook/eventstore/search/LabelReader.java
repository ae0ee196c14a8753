package io.daybook.eventstore.search;

import io.daybook.eventstore.format.MetadataFormat;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the stored metadata of an event says, as texts. Damaged metadata says nothing: one such event must hide no
/// other.
record LabelReader(MetadataFormat metadata, EventLabels labels) {

  private static final Logger log = LoggerFactory.getLogger(LabelReader.class);

  Map<String, String> labelsOf(String eventId, byte[] stored) {
    return labels.of(eventId, texts(stored));
  }

  Map<String, String> texts(byte[] stored) {
    try {
      Map<String, String> texts = new HashMap<>();
      metadata.read(stored).forEach((key, value) -> texts.put(key, String.valueOf(value)));
      return texts;
    } catch (RuntimeException damaged) {
      log.debug("Metadata that cannot be read", damaged);
      return Map.of();
    }
  }
}
