package io.daybook.eventstore.read;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/// Events that were read at once, after upcasting: there may be more or fewer of them than rows.
record Page(Iterator<? extends TrackedEventMessage<?>> events, long last) {

  static final Page NONE = new Page(List.<TrackedEventMessage<?>>of().iterator(), 0);

  /// @param last the position up to which everything was read; if no event is left of the row there, a
  ///     [DroppedEvent] takes its place
  static Page of(List<? extends TrackedEventMessage<?>> events, long last) {
    if (!events.isEmpty() && events.getLast().trackingToken().position().orElse(0) >= last) {
      return new Page(events.iterator(), last);
    }
    List<TrackedEventMessage<?>> complete = new ArrayList<>(events);
    complete.add(DroppedEvent.at(last));
    return new Page(complete.iterator(), last);
  }
}
