package io.daybook.eventstore.read;

import java.util.Iterator;
import java.util.List;
import org.axonframework.eventhandling.TrackedEventMessage;

/// Events that were read at once, after upcasting: there may be more or fewer of them than rows.
record Page(Iterator<? extends TrackedEventMessage<?>> events, long last) {

  static final Page NONE = new Page(List.<TrackedEventMessage<?>>of().iterator(), 0);
}
