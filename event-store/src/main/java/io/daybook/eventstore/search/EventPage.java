package io.daybook.eventstore.search;

import java.util.List;

/// Some of the events that were asked for, in the order of their positions. A page may be empty and not the last
/// one, because the work for each is bounded.
///
/// @param upTo the position up to which events were looked at: the next page begins behind it
/// @param more whether there are events behind it
public record EventPage(List<FoundEvent> events, long upTo, boolean more, Reach reach) {

  public EventPage {
    events = List.copyOf(events);
  }
}
