package io.daybook.eventstore.read;

import java.util.Set;

/// Reads events in order, a page at a time.
@FunctionalInterface
interface Pages {

  /// What comes after a position, up to and with another. Unwanted events are left out where the
  /// database can tell them, but for the one at the end.
  Page after(long position, long end, Set<Class<?>> unwanted);
}
