package io.daybook.eventstore.read;

import java.util.Set;

/// Reads events in order, a page at a time.
@FunctionalInterface
interface Pages {

  /// The events after a position, up to and including another. Events of unwanted types may be left out,
  /// except the one at the end.
  Page after(long position, long end, Set<Class<?>> unwanted);
}
