package io.daybook.eventstore.search;

import java.util.Map;

/// By what of their metadata events are found, such as an actor. An application that wants its events indexed has a
/// bean of this type; when it labels them otherwise, the index is to be [made again][EventIndex#rebuild].
@FunctionalInterface
public interface EventLabels {

  /// The values by the names of the labels. It must not throw, whatever the metadata is.
  ///
  /// @param eventId of the event that has the metadata
  Map<String, String> of(String eventId, Map<String, String> metadata);
}
