package io.daybook.eventstore;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// The stored events as they are, for people who look at them. A tenant sees its own streams only:
/// a stream's name begins with the tenant and a slash.
///
/// What is returned may be shorter than asked for where events are large: at least one event, and no further one
/// after 8 MB. Only an empty page is the end.
public interface EventHistory {

  /// The events of one stream after a sequence number (-1 for all), oldest first. Empty when the
  /// stream is another tenant's.
  List<StoredEvent> ofStream(String tenant, String stream, long afterSequence, int limit);

  /// The same of several streams at once, by the stream's name. A stream without such events is left
  /// out.
  Map<String, List<StoredEvent>> ofStreams(
      String tenant, Collection<String> streams, long afterSequence, int limitOfEach);

  /// The tenant's events after one position up to and including another, oldest first.
  List<StoredEvent> between(String tenant, long afterPosition, long upToPosition, int limit);

  /// How many events all tenants have, for reports: it walks the index.
  long count();

  long count(String tenant);
}
